package file

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"h200filing/forms"
)

// Version is a state of the answers that was given a name.
type Version struct {
	Name string
	Seq  int64     // the newest log entry then, that of the naming itself; for AnswersAt
	At   time.Time // UTC
	Who  string
}

// text is how a version is kept: "12 2026-11-24T04:00:00Z 王芳".
func (v Version) text() string { return fmt.Sprintf("%d %s %s", v.Seq, stamp(v.At), v.Who) }

func readVersion(name, text string) (Version, error) {
	v := Version{Name: name}
	seq, rest, _ := strings.Cut(text, " ")
	_, err := fmt.Sscanf(seq, "%d", &v.Seq)
	if err != nil {
		return v, err
	}
	v.At, v.Who, err = cutStamp(rest)
	return v, err
}

// NameVersion gives the answers as they are now a name. It fails with Taken
// where there is a version of that name, and with NoName for an empty one.
func (f *File) NameVersion(name, who string, at time.Time) error {
	return f.change(Entry{Who: who, At: at}, func(w *writer) error {
		if name == "" {
			return NoName
		}
		if _, taken := w.base.named[name]; taken {
			return Taken
		}
		if err := w.log(OpVersion, name, "", name, ""); err != nil {
			return err
		}
		v := Version{name, w.next.head.seq, at.UTC(), who}
		w.next.named[name] = v
		if err := w.put("versions", name, "", v.text()); err != nil {
			return err
		}
		return w.end()
	})
}

// Versions lists the named versions, oldest first.
func (f *File) Versions() []Version {
	return slices.SortedFunc(maps.Values(f.now.named), func(a, b Version) int { return cmp.Compare(a.Seq, b.Seq) })
}

// AnswersAt gives the answers as they were after a log entry, 0 for those of the
// new file; the cost is that of what has changed since. NextRow stays that of
// now, so that no row id comes back as another. It fails with Missing where the
// log has no such entry, and with Damaged where the log does not lead from there
// to the present answers.
func (f *File) AnswersAt(seq int64) (*forms.Answers, error) {
	if f.db != nil && (seq < 0 || seq > f.now.head.seq) {
		return nil, &Error{f.path, Missing, fmt.Errorf("log entry %d", seq)}
	}
	answers := f.now.answers.Clone()
	err := f.use(`BEGIN`, func() error {
		return f.db.newest(f.now.head.seq, func(e Entry) error {
			if e.Seq <= seq {
				return errEnough
			}
			c, ok, err := e.inverse()
			if err != nil || !ok {
				return err
			}
			if _, err := answers.Apply(c); err != nil {
				return fmt.Errorf("log entry %d: %w", e.Seq, err)
			}
			return nil
		})
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	return answers, nil
}
