package journal

func folder(_ func(string) string, home func() (string, error)) (string, error) {
	return under(home, "Library", "Logs", name)
}
