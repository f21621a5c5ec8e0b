package journal

// Event is something that the program did or met.
type Event int

// The events.
const (
	Started  Event = iota // the window was asked for
	Stopped               // the window was closed
	Opened                // an application was opened
	Refused               // a file was not opened
	Exported              // an output was written
	Printed               // pages were handed to the printer
	Failed                // something that the user asked for was not done
	Dropped               // a file was dropped onto the window
	Chosen                // a file was asked for, by the system's dialog
	Graphics              // the system could not show a window
	Faulted               // the program made a mistake
	Toolkit               // the toolkit complained
)

// events are their names in the log.
var events = map[Event]string{Started: "started", Stopped: "stopped", Opened: "opened", Refused: "refused", Exported: "exported",
	Printed: "printed", Failed: "failed", Dropped: "dropped", Chosen: "chosen", Graphics: "graphics", Faulted: "fault", Toolkit: "toolkit"}

func (e Event) String() string { return events[e] }
