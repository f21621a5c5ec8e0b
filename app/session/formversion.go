package session

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"

	assetforms "h200filing/assets/forms"

	"h200filing/forms"
	"h200filing/forms/file"
	"h200filing/i18n"
)

// ErrOtherForm tells that a file is an application by another form.
var ErrOtherForm = errors.New("an application by another form")

// begin starts a session on a file; it fails with ErrOtherForm, and closes the
// file, where its answers are to other questions.
func (s *Setting) begin(f *file.File) (*Session, error) {
	if f.Meta().Form != s.Form.ID {
		return nil, errors.Join(&fs.PathError{Op: "open", Path: f.Path(), Err: ErrOtherForm}, f.Close())
	}
	return s.start(f), nil
}

// Readable fails where an application file cannot be opened with the built-in form,
// for the reasons that OpenReadOnly has. It does not load the form pack, which takes
// several times as long.
func Readable(name, password string) error {
	f, err := file.OpenReadOnly(name, file.Password(password))
	if err != nil {
		return err
	}
	if f.Meta().Form != path.Dir(assetforms.Current) {
		err = &fs.PathError{Op: "open", Path: f.Path(), Err: ErrOtherForm}
	}
	return errors.Join(err, f.Close())
}

// OtherVersion is the version of the form that an application was drafted by, where
// it is not the current one.
type OtherVersion struct {
	Version string
	// Changes is what is asked and checked otherwise since. They are known where
	// the program still has that version.
	Changes forms.PackChanges
	Known   bool

	old *forms.Form // that version, where it is known
}

// OtherVersion tells by which other version of the form the application was
// drafted; ok is false where it is the current one. Answers are read and checked by
// that one in any case.
func (s *Session) OtherVersion() (other OtherVersion, ok bool, err error) {
	other.Version = s.file.Meta().Version
	if other.Version == s.Form.Version {
		return OtherVersion{}, false, nil
	}
	pack, err := assetforms.Pack(s.Form.ID + "/" + other.Version)
	if err != nil {
		return other, true, nil // no name that a pack could have
	}
	if _, err := fs.Stat(pack, "."); errors.Is(err, fs.ErrNotExist) {
		return other, true, nil
	}
	old, err := forms.LoadChecked(pack)
	if err != nil {
		return other, true, fmt.Errorf("form %s %s: %w", s.Form.ID, other.Version, err)
	}
	other.Changes, other.Known, other.old = s.Form.Since(old), true, old
	return other, true, nil
}

// Adopt notes that the application goes by the current version of the form.
func (s *Session) Adopt() error {
	meta := s.file.Meta()
	meta.Version = s.Form.Version
	return s.file.SetMeta(s.User, "", s.Now(), meta)
}

// Lines tells in words what has changed, the sentence that sums it up first. form
// is the current one.
func (o OtherVersion) Lines(form *forms.Form, words *i18n.Words) []string {
	key := "form.older"
	if !o.Known {
		key = "form.unknown"
	}
	lines := []string{words.Text(key, "old", o.Version, "new", form.Version)}
	if !o.Known {
		return lines
	}
	if o.Changes.None() {
		return append(lines, words.Text("form.same"))
	}
	now, then := form.Text(words.Lang), o.old.Text(words.Lang)
	for _, part := range []struct {
		key    string
		fields []*forms.Field
		text   *forms.Text
	}{{"form.added", o.Changes.Added, now}, {"form.changed", o.Changes.Changed, now}, {"form.dropped", o.Changes.Dropped, then}} {
		for _, f := range part.fields {
			lines = append(lines, words.Text(part.key, "name", part.text.Fields[f.ID].Label))
		}
	}
	if n, m := len(o.Changes.NewRules), len(o.Changes.OldRules); n+m > 0 {
		lines = append(lines, words.Text("form.rules", "n", strconv.Itoa(n), "m", strconv.Itoa(m)))
	}
	return lines
}
