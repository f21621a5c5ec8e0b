package file_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"h200filing/forms"
	"h200filing/forms/file"
)

// application fills a file as a whole application does: 300 answers in 30 rows,
// some of them long, and three attachments.
func application(b *testing.B, f *file.File) *file.File {
	b.Helper()
	var changes []forms.Change
	for r := range 30 {
		row := forms.Path("workloads").Row(fmt.Sprintf("r%d", r+1))
		changes = append(changes, insert(row, r))
		for c := range 10 {
			text := fmt.Sprintf("答案 %d.%d", r, c)
			if c == 9 {
				text = string(bytes.Repeat([]byte("本项目所需算力依据模型参数与并发量测算。"), 1+r))
			}
			changes = append(changes, set(row.Join(fmt.Sprintf("column_%d", c)), text))
		}
	}
	apply(b, f, changes...)
	for i := range 3 {
		attach(b, f, string(noise(200<<10, uint64(i))), forms.FileInfo{Pages: 1, MediaType: "application/pdf"})
	}
	return f
}

func noise(size int, seed uint64) []byte {
	out := make([]byte, size)
	var key [32]byte
	key[0], key[1] = byte(seed), byte(seed>>8)
	rand.NewChaCha8(key).Read(out) // never fails
	return out
}

// laden has a log of 10,000 entries and 200 MB of attachments on top.
func laden(b *testing.B) *file.File {
	b.Helper()
	f := application(b, fresh(b))
	for i := range 10 {
		changes := make([]forms.Change, 1000)
		for j := range changes {
			changes[j] = set("applicant.intro", fmt.Sprintf("第 %d 稿", 1000*i+j))
		}
		apply(b, f, changes...)
		attach(b, f, string(noise(20<<20, uint64(100+i))), forms.FileInfo{})
	}
	return f
}

var loads = []struct {
	name string
	fill func(*testing.B) *file.File
}{
	{"application", func(b *testing.B) *file.File { return application(b, fresh(b)) }},
	{"laden", laden},
	{"encrypted", func(b *testing.B) *file.File { return application(b, encrypted(b)) }},
}

// BenchmarkOpenFile opens a file, with all checks, and closes it.
func BenchmarkOpenFile(b *testing.B) {
	for _, load := range loads {
		b.Run(load.name, func(b *testing.B) {
			filled := load.fill(b)
			closeFile(b, filled)
			for b.Loop() {
				f, err := file.Open(filled.Path(), file.Password(password))
				if err != nil {
					b.Fatal(err)
				}
				closeFile(b, f)
			}
		})
	}
}

// BenchmarkAutosave changes one answer, synced.
func BenchmarkAutosave(b *testing.B) {
	for _, load := range loads {
		b.Run(load.name, func(b *testing.B) {
			f := load.fill(b)
			for i := 0; b.Loop(); i++ {
				apply(b, f, set("applicant.name", fmt.Sprintf("公司 %d", i)))
			}
		})
	}
}

// BenchmarkCheckLog follows a chain of 10,000 entries.
func BenchmarkCheckLog(b *testing.B) {
	f := laden(b)
	for b.Loop() {
		holds(b, f)
	}
}

// BenchmarkUndo takes a change back and again, synced each time.
func BenchmarkUndo(b *testing.B) {
	for _, load := range loads {
		b.Run(load.name, func(b *testing.B) {
			f := load.fill(b)
			apply(b, f, set("applicant.name", "公司"))
			for b.Loop() {
				_, undo := f.Undo("w", noon)
				_, redo := f.Redo("w", noon)
				if err := errors.Join(undo, redo); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
