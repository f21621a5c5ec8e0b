//go:build !windows && !linux

package chooser

func native() Chooser { return nil }
