package command_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v3"
)

// jsonCommand asserts that a value of a JSON file is what is wanted. A path is
// made of keys, positions, and conditions that choose an item of a list:
//
//	json FILE computed/product.goods_value 864000.00
//	json FILE blockers/field=product.quantity/rule range.min
func jsonCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: json file path value")
	}
	var doc any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &doc))
	got, ok := lookUp(doc, args[1])
	if same := ok && fmt.Sprint(got) == args[2]; same == neg {
		ts.Fatalf("%s is %v (there: %v), want %s (negated: %v)", args[1], got, ok, args[2], neg)
	}
}

func lookUp(v any, path string) (any, bool) {
	for part := range strings.SplitSeq(path, "/") {
		var ok bool
		switch inner := v.(type) {
		case map[string]any:
			v, ok = inner[part]
		case []any:
			v, ok = item(inner, part)
		}
		if !ok {
			return nil, false
		}
	}
	return v, true
}

func item(list []any, which string) (any, bool) {
	if key, want, isCondition := strings.Cut(which, "="); isCondition {
		for _, one := range list {
			if m, ok := one.(map[string]any); ok && fmt.Sprint(m[key]) == want {
				return one, true
			}
		}
		return nil, false
	}
	n, err := strconv.Atoi(which)
	if err != nil || n >= len(list) {
		return nil, false
	}
	return list[n], true
}

// containsCommand asserts that every text value of an answers file is found in
// the text of a PDF, white space aside:
//
//	contains PDF YAML
func containsCommand(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(ts.Exec("pdftotext", "-raw", args[0], "extracted.txt"))
	text := squeezed(ts.ReadFile("extracted.txt"))
	var doc yaml.Node
	ts.Check(yaml.Unmarshal([]byte(ts.ReadFile(args[1])), &doc))
	for _, value := range texts(&doc) {
		for line := range strings.Lines(value) {
			if want := squeezed(line); !strings.Contains(text, want) && !neg {
				ts.Fatalf("%s does not contain %q", args[0], line)
			}
		}
	}
}

// squeezed drops white space, which a PDF sets as it likes.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// texts lists the values of an answers file that are words of a person: those
// with a Han character, and names and addresses in Latin letters. Ids of choices
// are printed by their text, not as they stand.
func texts(node *yaml.Node) []string {
	var out []string
	switch node.Kind {
	case yaml.ScalarNode:
		if hasHan(node.Value) || strings.ContainsAny(node.Value, " @") {
			out = append(out, node.Value)
		}
	case yaml.MappingNode:
		for i := 1; i < len(node.Content); i += 2 {
			out = append(out, texts(node.Content[i])...)
		}
	default:
		for _, child := range node.Content {
			out = append(out, texts(child)...)
		}
	}
	return out
}

func hasHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }) >= 0
}

// exitsCommand runs a command and asserts its exit code, and one plain line on
// standard error where it fails without a report of its own:
//
//	exits 3 h200filing check text.h200
func exitsCommand(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	code := 0
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v: %v", args[1:], err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("%v exits %d, want %s", args[1:], code, args[0])
	}
}

// cellCommand sets the cell of a workbook that a defined name leads to, as a
// colleague would:
//
//	cell XLSX product.quantity 33
func cellCommand(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	f, err := excelize.OpenFile(path)
	ts.Check(err)
	defer f.Close()
	for _, name := range f.GetDefinedName() {
		if name.Name == args[1] {
			sheet, cell, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
			ts.Check(f.SetCellValue(strings.Trim(sheet, "'"), cell, args[2]))
			ts.Check(f.Save())
			return
		}
	}
	ts.Fatalf("no name %s", args[1])
}

// unchangedCommand asserts that two files have the same bytes.
func unchangedCommand(ts *testscript.TestScript, neg bool, args []string) {
	if same := ts.ReadFile(args[0]) == ts.ReadFile(args[1]); same == neg {
		ts.Fatalf("%s and %s: same is %v", args[0], args[1], same)
	}
}
