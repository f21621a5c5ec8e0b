// Package sessiontest gives tests of the program what they begin with: a setting with
// the built-in form pack and a fixed clock, and applications filled from the cases
// that lie beside the project. What fails ends the test.
//
// Floor 3 of the house; only tests may import it (app/floors_test.go). It may import
// app/session, forms and forms/formstest.
package sessiontest

import (
	"sync"
	"testing"
	"time"

	"h200filing/app/session"
	"h200filing/forms/formstest"
)

// User is who works in every test.
const User = "测试"

// setting is loaded once for all tests of a package; a form and a catalogue are never
// changed.
var setting = sync.OnceValues(func() (*session.Setting, error) { return session.NewSetting("", time.Now, User) })

// Setting has the built-in form pack and catalogue, and a clock. The caller may change
// it.
func Setting(t testing.TB, now func() time.Time) *session.Setting {
	t.Helper()
	shared, err := setting()
	if err != nil {
		t.Fatal(err)
	}
	own := *shared
	own.Now = now
	return &own
}

// Create makes an application file of a case (formstest.Supported …) with its
// attachments. The caller closes it.
func Create(t testing.TB, s *session.Setting, path, name string) *session.Session {
	t.Helper()
	application, err := s.Create(path, false)
	if err != nil {
		t.Fatal(err)
	}
	if missing, err := application.Fill(formstest.Answers(t, name), session.Beside(formstest.Case(t, "."))); err != nil || len(missing) > 0 {
		t.Fatal(err, missing)
	}
	return application
}
