//go:build !linux

package graphics

// Restart has nothing to try: Windows takes the opengl32.dll beside the program
// when it is started, and macOS always has a renderer.
func Restart() error { return ErrNone }
