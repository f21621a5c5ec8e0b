package session

import (
	"iter"

	"h200filing/forms/file"
)

// Follow brings a session that only looks up to what the holder of the file has
// changed, and reports whether there was anything; listeners hear of it.
func (s *Session) Follow() (bool, error) {
	changed, err := s.file.Refresh()
	if changed {
		s.publish(s.evaluated(s.file.Answers()))
	}
	return changed, err
}

// LogReader gives a way to read the change log that may be used on any goroutine
// while the session goes on.
func (s *Session) LogReader() *LogReader { return &LogReader{s.file.Another()} }

// LogReader reads the change log of a file that is open elsewhere.
type LogReader struct{ open func() (*file.File, error) }

// Read calls each for every entry, oldest first, and tells where the chain first
// does not hold, nil for nowhere. From there on nothing can be relied on, and each
// is not called.
func (c *LogReader) Read(each func(file.Entry) error) (broken *file.Break, err error) {
	f, err := c.open()
	if err != nil {
		return nil, err
	}
	if broken, err = f.CheckLog(); err == nil {
		err = reliable(f.Log(0), broken, each)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return broken, err
}

// reliable calls each for the entries before the place where the chain breaks.
func reliable(log iter.Seq2[file.Entry, error], broken *file.Break, each func(file.Entry) error) error {
	for e, err := range log {
		if broken != nil && e.Seq >= broken.Seq {
			return nil
		}
		if err == nil {
			err = each(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
