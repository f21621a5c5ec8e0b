//go:build !unix && !windows

package alert

func show(string, string) bool { return false }
