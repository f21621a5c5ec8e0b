//go:build !unix && !windows

package printing

func send(string) error { return ErrNone }
