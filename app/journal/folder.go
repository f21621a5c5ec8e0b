package journal

import (
	"os"
	"path/filepath"
)

// name is that of the program's own folder.
const name = "h200filing"

// Folder is where the log and the reports lie: ~/.local/state/h200filing
// ($XDG_STATE_HOME) on Linux, ~/Library/Logs/h200filing on macOS,
// %LocalAppData%\h200filing\logs on Windows. It need not be there yet.
func Folder() (string, error) { return folder(os.Getenv, os.UserHomeDir) }

// under is the folder below the user's own, where no variable names another.
func under(home func() (string, error), parts ...string) (string, error) {
	dir, err := home()
	if err != nil {
		return "", err
	}
	return filepath.Join(append([]string{dir}, parts...)...), nil
}
