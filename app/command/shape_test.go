package command_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"h200filing/app/command"
	"h200filing/i18n"
)

// TestJSONIsDocumented finds every key of gap and sizing that the cases give in
// the section of the readme that describes them.
func TestJSONIsDocumented(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(readme), "### `check --json`")
	section, _, ok2 := strings.Cut(section, "\n## ")
	if !ok || !ok2 {
		t.Fatal("the readme has no section on check --json")
	}
	keys := map[string]bool{}
	for _, name := range []string{"inference-supported", "inference-unsupported", "incomplete"} {
		file := filepath.Join(t.TempDir(), "a.h200")
		run(t, "new", file, "--answers", filepath.Join("..", "..", "..", "shared", "cases", name+".yaml"))
		var check struct{ Gap, Sizing any }
		if err := json.Unmarshal(run(t, "check", file, "--json"), &check); err != nil {
			t.Fatal(err)
		}
		collect(check.Gap, keys)
		collect(check.Sizing, keys)
	}
	if len(keys) < 40 {
		t.Errorf("only %d keys: %v", len(keys), keys)
	}
	for key := range keys {
		if !strings.Contains(section, "`"+key+"`") {
			t.Errorf("the readme does not describe %q", key)
		}
	}
}

// run carries out a command and returns what it prints.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	command.Run(args, command.Env{Out: &out, Err: &errs, Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }, User: "test", Lang: i18n.Hans})
	if errs.Len() > 0 && out.Len() == 0 {
		t.Fatalf("%v: %s", args, errs.String())
	}
	return out.Bytes()
}

// collect gathers the keys of a JSON value.
func collect(v any, keys map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			keys[key] = true
			collect(inner, keys)
		}
	case []any:
		for _, inner := range v {
			collect(inner, keys)
		}
	}
}
