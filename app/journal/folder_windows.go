package journal

import "path/filepath"

func folder(getenv func(string) string, home func() (string, error)) (string, error) {
	if local := getenv("LocalAppData"); local != "" {
		return filepath.Join(local, name, "logs"), nil
	}
	return under(home, "AppData", "Local", name, "logs")
}
