package file_test

import (
	"testing"

	"github.com/ncruces/go-sqlite3/vfs"

	"h200filing/forms/file"
)

// gate is a disk that is slow as long as one likes: every write and sync
// announces itself and waits to be let through, once the gate is shut.
type gate struct {
	vfs.VFS
	shut    bool
	arrived chan string
	through chan struct{}
}

func (g *gate) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := g.VFS.(vfs.VFSFilename).OpenFilename(name, flags)
	if err != nil {
		return nil, flags, err
	}
	return &gatedFile{f, g}, flags, nil
}

func (g *gate) pass(what string) {
	if g.shut {
		g.arrived <- what
		<-g.through
	}
}

type gatedFile struct {
	vfs.File
	gate *gate
}

func (f *gatedFile) WriteAt(p []byte, offset int64) (int, error) {
	f.gate.pass("write")
	return f.File.WriteAt(p, offset)
}

func (f *gatedFile) Sync(flags vfs.SyncFlag) error {
	f.gate.pass("sync")
	return f.File.Sync(flags)
}

// TestSlowDisk holds a change up at each of its writes and syncs: it is not
// acknowledged before the last, others see the old state while it gets ready, and
// it arrives.
func TestSlowDisk(t *testing.T) {
	g := &gate{VFS: vfs.Find(file.SystemVFS), arrived: make(chan string), through: make(chan struct{})}
	vfs.Register("h200-gate", g)
	defer vfs.Unregister("h200-gate")
	f := fresh(t)
	apply(t, f, set("a", "1"))
	closeFile(t, f)
	slow, err := file.Open(f.Path(), file.Through("h200-gate"))
	if err != nil {
		t.Fatal(err)
	}
	defer closeFile(t, slow)
	follower := reopen(t, f)
	g.shut = true
	acknowledged := make(chan error)
	go func() { acknowledged <- slow.Apply("w", "", noon, set("a", "2")) }()
	waits := map[string]int{}
	for done := false; !done; {
		select {
		case err = <-acknowledged:
			done = true
		case what := <-g.arrived:
			if waits[what]++; len(waits) == 1 && waits[what] == 1 {
				if changed, err := follower.Refresh(); changed || err != nil || follower.Answers().Get("a") != "1" {
					t.Errorf("half a change is seen: %q, %v", follower.Answers().Get("a"), err)
				}
			}
			g.through <- struct{}{}
		}
	}
	g.shut = false
	if err != nil || waits["sync"] < 2 || waits["write"] < 2 {
		t.Errorf("%v after waiting for %v", err, waits)
	}
	if changed, err := follower.Refresh(); !changed || err != nil || follower.Answers().Get("a") != "2" {
		t.Errorf("the change is not seen: %v", err)
	}
	apply(t, slow, set("a", "3"))
}
