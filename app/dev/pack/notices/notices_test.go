package notices_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"h200filing/app/dev/pack/notices"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestCollect(t *testing.T) {
	got, err := notices.Collect([]notices.Library{
		{Path: "example.org/b", Version: "v2.0.0", Files: fstest.MapFS{
			"LICENSE": file("Be kind.\n"), "license.go": file("package b"), "testdata/LICENSE": file("Not in it.")}},
		{Path: "example.org/a", Version: "v1.0.0", Files: fstest.MapFS{
			"COPYING.txt": file("Be kind.\r\n"), "lib/c/LICENSE.md": file("Be fair."), ".git/NOTICE": file("Not in it.")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	rule := strings.Repeat("=", 72)
	want := rule + "\nexample.org/a v1.0.0\n" + rule + "\n\nCOPYING.txt:\n\nBe kind.\n\nlib/c/LICENSE.md:\n\nBe fair.\n\n" +
		rule + "\nexample.org/b v2.0.0\n" + rule + "\n\nLICENSE: the same as example.org/a/COPYING.txt above\n\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestCollectRefuses(t *testing.T) {
	_, err := notices.Collect([]notices.Library{{Path: "example.org/a", Version: "v1.0.0", Files: fstest.MapFS{"a.go": file("package a")}}})
	if err == nil || !strings.Contains(err.Error(), "licence of example.org/a v1.0.0") {
		t.Errorf("error %v, want one that names the library", err)
	}
}
