package journal

import (
	"regexp"
	"strings"
)

// Strip takes what the Go runtime writes about a panic, a fatal error or a signal,
// or what debug.Stack gives, and leaves the goroutines with the functions and
// places on their stacks. Messages, arguments, addresses, registers and the folders
// that the program was built in go. What it gives is stable: stripping it once more
// changes nothing.
func Strip(trace string) string {
	var out strings.Builder
	s := stripper{out: &out}
	for line := range strings.Lines(trace) {
		s.take(strings.TrimRight(line, "\r\n"))
	}
	return out.String()
}

// The lines of a trace that are kept, and what of them.
var (
	headLine      = regexp.MustCompile(`^(panic: runtime error: [a-z ,:%\[\]()0-9-]+|fatal error: [a-z :,-]+)`)
	signalLine    = regexp.MustCompile(`^\[?(signal [A-Z0-9]+|SIG[A-Z]+)`)
	goroutineLine = regexp.MustCompile(`^goroutine [0-9]+ .*\[([a-zA-Z ()]+)[^\]]*\]:$`)
	functionName  = regexp.MustCompile(`^[\w./%·*()\[\]-]+$`)
	createdLine   = regexp.MustCompile(`^(created by [\w./%·*()\[\]-]+?)(?: in goroutine [0-9]+)?$`)
	placeLine     = regexp.MustCompile(`^\t([^\t]*\.(?:go|s|c|m)):([0-9]+)(?: .*)?$`)
)

// stripper reads a trace line by line.
type stripper struct {
	out      *strings.Builder
	inside   bool   // below the head of a goroutine
	function string // that waits for its place
}

func (s *stripper) take(line string) {
	function := s.function
	s.function = ""
	if m := goroutineLine.FindStringSubmatch(line); m != nil {
		s.inside = true
		s.write("goroutine 0 [" + m[1] + "]:")
		return
	}
	if !s.inside {
		s.head(line)
		return
	}
	if m := placeLine.FindStringSubmatch(line); m != nil && function != "" {
		s.write(function)
		s.write("\t" + short(m[1]) + ":" + m[2])
		return
	}
	s.function = functionOf(line)
}

// functionOf is a line that names a function, without its arguments; "" for any
// other line. Arguments hold no parentheses, names may.
func functionOf(line string) string {
	if m := createdLine.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	open := strings.LastIndexByte(line, '(')
	if open < 0 || !strings.HasSuffix(line, ")") || !functionName.MatchString(line[:open]) {
		return ""
	}
	return line[:open] + "(...)"
}

// head takes a line above the first goroutine.
func (s *stripper) head(line string) {
	for _, kept := range []*regexp.Regexp{headLine, signalLine} {
		if m := kept.FindStringSubmatch(line); m != nil {
			s.write(m[1])
		}
	}
}

func (s *stripper) write(line string) { s.out.WriteString(line + "\n") }

// short is a file of source with its package's folder, the one that no user named.
func short(file string) string {
	parts := strings.FieldsFunc(file, func(r rune) bool { return r == '/' || r == '\\' })
	return strings.Join(parts[max(0, len(parts)-2):], "/")
}
