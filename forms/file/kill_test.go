package file_test

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/ncruces/go-sqlite3"

	"h200filing/forms"
	"h200filing/forms/file"
)

// counter is the answer that says how many changes were made.
const counter = forms.Path("n")

// typing gives the nth change, the same in every process: a short text or one of
// many pages, and rows that come, change place and go.
func typing(n int, a *forms.Answers) []forms.Change {
	changes := []forms.Change{set(counter, strconv.Itoa(n)), set("text", strings.Repeat("算力", n*n%7001))}
	row := forms.Path("rows").Row(a.NewRowID())
	changes = append(changes, insert(row, n%(1+len(a.Rows("rows")))), set(row.Join("x"), fmt.Sprint("第", n)))
	if ids := a.Rows("rows"); len(ids) > 5 {
		changes = append(changes, a.Removal(forms.Path("rows").Row(ids[n%len(ids)]))...)
	}
	return changes
}

// typeOn makes one change after the other, and says so once it is acknowledged.
func typeOn(path string, say io.Writer) error {
	f, err := file.Open(path, file.As(colleague), file.Password(password))
	if err != nil {
		return err
	}
	for {
		n, _ := strconv.Atoi(f.Answers().Get(counter)) // "" before the first
		if n%5 == 4 {
			if _, err := f.Attach(strings.NewReader(strings.Repeat(fmt.Sprint(n), 20000)), forms.FileInfo{}); err != nil {
				return err
			}
		}
		if err := f.Apply("w", "", noon, typing(n+1, f.Answers())...); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(say, n+1); err != nil {
			return err
		}
	}
}

// TestKill kills a process that types, at random points, 300 times. Whatever was
// acknowledged is there; beyond it at most the one change that was under way;
// the structure, the seal and the log hold; nobody is locked out; and one who
// looks on sees the same.
func TestKill(t *testing.T) {
	kills := map[string]int{"plain": 300, "encrypted": 60}
	for name, f := range map[string]*file.File{"plain": fresh(t), "encrypted": encrypted(t)} {
		n := kills[name]
		if testing.Short() {
			n /= 10
		}
		t.Run(name, func(t *testing.T) { killing(t, f, n) })
	}
}

func killing(t *testing.T, f *file.File, kills int) {
	random := rand.New(rand.NewPCG(9, 2026))
	closeFile(t, f)
	model, done, last := forms.NewAnswers(), 0, 0
	follower := looking(t, f.Path())
	for range kills {
		done = 1 + typeAndDie(t, f.Path(), random)
		if _, err := follower.Refresh(); err != nil {
			t.Fatal(err)
		}
		g := reopen(t, f)
		last, _ = strconv.Atoi(g.Answers().Get(counter))
		if last != done-1 && last != done {
			t.Fatalf("%d changes are there, %d were acknowledged", last, done-1)
		}
		advance(t, model, last)
		same(t, g.Answers(), model)
		same(t, follower.Answers(), model)
		holds(t, g)
		if !g.Writable() {
			t.Fatal("the dead process still holds the file")
		}
		closeFile(t, g)
		alone(t, f.Path())
	}
	closeFile(t, follower)
	g := reopen(t, f)
	if f.Encrypted() {
		if err := g.RemovePassword(password); err != nil {
			t.Fatal(err)
		}
	}
	intact(t, g.Path())
	t.Logf("%d kills, %d changes", kills, last)
	t.Attr("count.kills-survived", strconv.Itoa(kills))
}

// typeAndDie gives the number of the newest change that was acknowledged.
func typeAndDie(t *testing.T, path string, random *rand.Rand) (acknowledged int) {
	c := start(t, "type", path)
	note := func(line string) {
		n, err := strconv.Atoi(line)
		if err != nil {
			t.Fatal(err)
		}
		acknowledged = n
	}
	for range 1 + random.IntN(3) {
		note(c.line(t))
	}
	point := time.NewTimer(time.Duration(random.IntN(3000)) * time.Microsecond)
	<-point.C
	for _, line := range c.kill(t) {
		note(line)
	}
	return acknowledged
}

// changePasswords changes the password to and fro, and says so.
func changePasswords(path string, say io.Writer) error {
	now, next := password, password+"2"
	f, err := file.Open(path, file.Password(now), file.Cheap())
	if errors.Is(err, file.WrongPassword) {
		now, next = next, now
		f, err = file.Open(path, file.Password(now), file.Cheap())
	}
	for ; err == nil; now, next = next, now {
		if _, err = fmt.Fprintln(say, "round"); err == nil {
			err = f.ChangePassword(now, next)
		}
	}
	return err
}

// TestKillPasswordChange kills a process that changes the password: the file is
// whole and opens with the old or with the new one.
func TestKillPasswordChange(t *testing.T) {
	f := encrypted(t)
	rich(t, f)
	want := everythingOf(t, f)
	closeFile(t, f)
	random, seen := rand.New(rand.NewPCG(14, 2026)), map[string]int{}
	const kills = 30
	for range kills {
		c := start(t, "password", f.Path())
		if c.line(t) != "round" {
			t.Fatal("the child does not work")
		}
		point := time.NewTimer(time.Duration(random.IntN(60)) * time.Millisecond)
		<-point.C
		c.kill(t)
		now := password
		g, err := file.OpenReadOnly(f.Path(), file.Password(now))
		if errors.Is(err, file.WrongPassword) {
			now = password + "2"
			g, err = file.OpenReadOnly(f.Path(), file.Password(now))
		}
		if err != nil {
			t.Fatal(err)
		}
		seen[now]++
		if diff := cmp.Diff(want, everythingOf(t, g)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		closeFile(t, g)
	}
	t.Logf("killed with the passwords %v", seen)
	t.Attr("count.kills-survived", strconv.Itoa(kills))
	g, err := file.Open(f.Path(), file.Password(password), file.Cheap())
	if errors.Is(err, file.WrongPassword) {
		g, err = file.Open(f.Path(), file.Password(password+"2"), file.Cheap())
		err = errors.Join(err, g.ChangePassword(password+"2", password))
	} else if err == nil {
		err = g.ChangePassword(password, password)
	}
	if err != nil {
		t.Fatal(err)
	}
	closeFile(t, g)
	alone(t, f.Path())
}

func looking(t *testing.T, path string) *file.File {
	f, err := file.OpenReadOnly(path, file.Password(password))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// advance makes the changes of typing in memory.
func advance(t *testing.T, a *forms.Answers, to int) {
	t.Helper()
	n, _ := strconv.Atoi(a.Get(counter)) // "" before the first
	for n++; n <= to; n++ {
		for _, c := range typing(n, a.Clone()) {
			if _, err := a.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// intact runs SQLite's own full check.
func intact(t testing.TB, path string) {
	t.Helper()
	c, err := sqlite3.Open(filepath.Clean(path))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	s, _, err := c.Prepare(`PRAGMA integrity_check`)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !s.Step() || s.ColumnText(0) != "ok" {
		t.Errorf("integrity: %s, %v", s.ColumnText(0), s.Err())
	}
}
