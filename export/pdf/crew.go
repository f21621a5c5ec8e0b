package pdf

import (
	"fmt"
	"runtime"
	"sync"
)

// crew does jobs on all processors, begun in the order in which they are given,
// while whoever gives them goes on. A nil crew does a job at once.
type crew struct {
	group   sync.WaitGroup
	mutex   sync.Mutex
	waiting []func()
	busy    int   // goroutines at work
	fault   error // what went wrong inside a job
}

// do has a job done.
func (c *crew) do(job func()) {
	if c == nil {
		job()
		return
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.waiting = append(c.waiting, job)
	if c.busy < runtime.GOMAXPROCS(0) {
		c.busy++
		c.group.Go(c.work)
	}
}

// wait ends when all jobs are done; a job that panicked is an error.
func (c *crew) wait() error {
	c.group.Wait()
	return c.fault
}

// work does what waits until nothing does.
func (c *crew) work() {
	for job := c.next(); job != nil; job = c.next() {
		if err := guarded(job); err != nil {
			c.mutex.Lock()
			c.fault = err
			c.mutex.Unlock()
		}
	}
}

// next is the job that waits longest, nil if none does.
func (c *crew) next() func() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if len(c.waiting) == 0 {
		c.busy--
		return nil
	}
	job := c.waiting[0]
	c.waiting = c.waiting[1:]
	return job
}

// guarded turns a panic into an error, for a job has a goroutine of its own.
func guarded(job func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %v", r)
		}
	}()
	job()
	return nil
}
