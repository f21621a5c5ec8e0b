package main

import (
	"os/exec"
	"path/filepath"
)

// prober answers what is on a machine.
type prober interface {
	command(name string) bool // a program on PATH, or by its full path
	module(name string) bool  // a library with headers that pkg-config knows
	file(pattern string) bool // a file that the glob pattern matches
}

// probe tells whether one need is met.
type probe func(prober) bool

func command(name string) probe { return func(p prober) bool { return p.command(name) } }
func file(pattern string) probe { return func(p prober) bool { return p.file(pattern) } }

// modules asks for every one of several libraries.
func modules(names ...string) probe {
	var probes []probe
	for _, name := range names {
		probes = append(probes, func(p prober) bool { return p.module(name) })
	}
	return allOf(probes...)
}

// allOf asks for everything.
func allOf(probes ...probe) probe {
	return func(p prober) bool {
		for _, there := range probes {
			if !there(p) {
				return false
			}
		}
		return true
	}
}

// anyOf asks for one of several.
func anyOf(probes ...probe) probe {
	return func(p prober) bool {
		for _, there := range probes {
			if there(p) {
				return true
			}
		}
		return false
	}
}

// here is the prober of the machine dev runs on.
type here struct{}

func (here) command(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

func (here) module(name string) bool {
	return exec.Command("pkg-config", "--exists", name).Run() == nil
}

func (here) file(pattern string) bool {
	found, err := filepath.Glob(pattern)
	return err == nil && len(found) > 0
}
