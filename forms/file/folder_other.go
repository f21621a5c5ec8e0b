//go:build !unix

package file

// syncFolder has nothing to do: the system writes names down by itself and lets
// no one sync a folder.
func syncFolder(string) error { return nil }
