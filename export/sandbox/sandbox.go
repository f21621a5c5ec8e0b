// Package sandbox runs PDFium, a C++ library that reads and draws PDFs, compiled to
// WebAssembly and inside of this process: without files, network or clock, and in
// bounded memory, so that a hostile PDF reaches nothing.
//
// Compiling PDFium to machine code takes seconds. The result is kept in a folder
// of the user's cache, from which PDFium starts in a fifth of a second (go-pdfium
// 1.21, wazero 1.12, measured). Where that folder cannot be written PDFium works
// all the same and compiles at every start.
//
// Floor 2 of the house; it imports go-pdfium and wazero and nothing of the house.
package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages is how much memory an instance may use: 1 GiB, in WebAssembly pages
// of 64 KiB.
const memoryPages = 1 << 14

// patience is how long Instance waits for one to become free.
const patience = time.Minute

// Sandbox hands out instances of PDFium. It may be used on any goroutine.
type Sandbox struct {
	pool  pdfium.Pool
	cache wazero.CompilationCache // nil where none could be opened
}

// Start makes a sandbox in which at most so many instances run at a time.
func Start(instances int) (*Sandbox, error) {
	s := &Sandbox{cache: openCache()}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	if s.cache != nil {
		config = config.WithCompilationCache(s.cache)
	}
	var err error
	s.pool, err = webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: instances, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // empty; by default PDFium would see every file of the user
		Stdout:   io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", errors.Join(err, s.Close()))
	}
	return s, nil
}

// Instance gives an instance, which the caller must close. It fails where none
// becomes free within a minute.
func (s *Sandbox) Instance() (pdfium.Pdfium, error) {
	instance, err := s.pool.GetInstance(patience)
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	return instance, nil
}

// Close ends the instances and the sandbox, which must not be used afterwards.
func (s *Sandbox) Close() error {
	var errs []error
	if s.pool != nil {
		errs = append(errs, s.pool.Close())
	}
	if s.cache != nil {
		errs = append(errs, s.cache.Close(context.Background()))
	}
	return errors.Join(errs...)
}

// openCache opens the folder of what was compiled; nil where there can be none.
func openCache() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	dir = filepath.Join(dir, "h200filing", "pdfium")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}
