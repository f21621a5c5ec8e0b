package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
)

// machine is a computer things can be installed on.
type machine struct {
	system
	prober
	root bool // the user is root
}

// order is one command of a plan and the source it asks.
type order struct {
	from source
	argv []string
}

// String is the command as one would type it.
func (o order) String() string { return "  " + strings.Join(o.argv, " ") + "\n" }

// install puts on this machine whatever the uses need and it lacks, after saying
// what and how.
func install(ctx context.Context, w *workshop, uses ...use) error {
	m, err := thisComputer()
	if err != nil {
		return err
	}
	missing := m.missing(uses)
	if len(missing) == 0 {
		return nil
	}
	orders, err := m.plan(missing)
	if err != nil {
		return err
	}
	fmt.Print(m.announcement(missing, orders))
	for _, o := range orders {
		if err := m.ready(o.from); err != nil {
			return err
		}
		if err := w.do(ctx, o.argv...); err != nil {
			return err
		}
	}
	return stillMissing(m.missing(uses))
}

// thisComputer is the machine dev runs on.
func thisComputer() (machine, error) {
	release, err := readOSRelease()
	if err != nil {
		return machine{}, err
	}
	s, err := detect(runtime.GOOS, release, here{})
	if err != nil {
		return machine{}, err
	}
	return machine{s, here{}, os.Geteuid() == 0}, s.widenPath()
}

// packages lists what a need wants from all the sources of a system.
func (s system) packages(n need) []string {
	var names []string
	for _, from := range s.sources {
		names = append(names, n.packages[from.name]...)
	}
	return names
}

// missing returns the needs of the given uses that the system has packages for
// and the machine does not meet.
func (m machine) missing(uses []use) []need {
	var missing []need
	for _, n := range needs {
		if slices.Contains(uses, n.use) && len(m.packages(n)) > 0 && !n.there(m) {
			missing = append(missing, n)
		}
	}
	return missing
}

// plan says how to install what is missing: one command a source, before it a
// refresh where the source wants one, with sudo where root is wanted and the
// user is not. It is an error if sudo is wanted and missing.
func (m machine) plan(missing []need) ([]order, error) {
	var orders []order
	for _, from := range m.sources {
		var names, sudo []string
		for _, n := range missing {
			names = append(names, n.packages[from.name]...)
		}
		if len(names) == 0 {
			continue
		}
		if from.root && !m.root {
			sudo = []string{"sudo"}
		}
		if from.refresh != nil {
			orders = append(orders, order{from, slices.Concat(sudo, from.refresh)})
		}
		orders = append(orders, order{from, slices.Concat(sudo, from.install, names)})
		if sudo != nil && !m.command("sudo") {
			return nil, fmt.Errorf("packages are missing (%s), and without root or sudo they cannot be installed; let root do so, then run this again",
				strings.Join(names, " "))
		}
	}
	return orders, nil
}

// announcement says what will be installed and by which commands.
func (m machine) announcement(missing []need, orders []order) string {
	var b strings.Builder
	b.WriteString("Missing here, to be installed:\n")
	for _, n := range missing {
		fmt.Fprintf(&b, "  %s (to %s): %s\n", n.name, n.use, strings.Join(m.packages(n), " "))
	}
	b.WriteString("with:\n")
	for _, o := range orders {
		b.WriteString(o.String())
	}
	return b.String()
}

// ready is an error if the tool of a source is missing. It is asked when the
// source's turn comes, for an earlier source may have brought the tool.
func (m machine) ready(from source) error {
	if m.command(from.tool) {
		return nil
	}
	return fmt.Errorf("%s is needed to install packages and is missing%s", from.tool, from.advice)
}

// stillMissing is an error if something is: an installer may have only asked the
// user, and a package may no longer bring what it did.
func stillMissing(missing []need) error {
	if len(missing) == 0 {
		return nil
	}
	var names []string
	for _, n := range missing {
		names = append(names, n.name)
	}
	return fmt.Errorf("still missing after installing: %s; finish what the installer asks for, then run this again",
		strings.Join(names, "; "))
}
