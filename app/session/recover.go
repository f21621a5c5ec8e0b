package session

import "h200filing/forms/file"

// Recover saves what is left of a damaged application file, which stays as it is,
// in a new one with the same password, "" for none. The reason stands in the new
// file's log. It may be called on any goroutine.
func (s *Setting) Recover(path, into, password, why string) (*file.Recovery, error) {
	by := file.Rescue{Who: s.User, Why: why, At: s.Now(),
		Meta: file.Meta{Form: s.Form.ID, Version: s.Form.Version, Created: s.Now()}}
	return file.Recover(path, into, by, file.Password(password))
}
