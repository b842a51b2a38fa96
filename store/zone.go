package store

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // a journal is read back in its own zones, also where the system knows none
)

// zones turns instants into what is kept of them and back.
type zones struct {
	mu     sync.Mutex
	loaded map[string]*time.Location
	local  func() string // the IANA name of the system's zone, "" where it cannot be told
}

func newZones() *zones {
	return &zones{loaded: map[string]*time.Location{}, local: sync.OnceValue(localZone)}
}

// name is how the zone of t is kept: its IANA name, or the offset where it has none. A name is
// only taken where it gives t the same wall time again.
func (z *zones) name(t time.Time) string {
	name := t.Location().String()
	if name == "Local" {
		name = z.local()
	}
	_, offset := t.Zone()
	if loc := z.load(name); loc != nil {
		if _, o := t.In(loc).Zone(); o == offset {
			return name
		}
	}
	return offsetName(offset)
}

// at is the instant ms, in milliseconds since 1970, in a zone as it was kept. In a zone that is not
// known any more it is in UTC.
func (z *zones) at(ms int64, zone string) time.Time {
	t := time.UnixMilli(ms)
	if loc := z.load(zone); loc != nil {
		return t.In(loc)
	}
	if offset, ok := readOffset(zone); ok {
		return t.In(time.FixedZone(zone, offset))
	}
	return t.UTC()
}

// load is the location of an IANA name, nil where there is none.
func (z *zones) load(name string) *time.Location {
	if name == "" || name == "Local" || name[0] == '+' || name[0] == '-' {
		return nil
	}
	z.mu.Lock()
	defer z.mu.Unlock()
	loc, ok := z.loaded[name]
	if !ok {
		loc, _ = time.LoadLocation(name)
		z.loaded[name] = loc
	}
	return loc
}

// offsetName writes seconds east of UTC as +02:00, with seconds only where there are any.
func offsetName(offset int) string {
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	s := fmt.Sprintf("%c%02d:%02d", sign, offset/3600, offset/60%60)
	if rest := offset % 60; rest != 0 {
		s += fmt.Sprintf(":%02d", rest)
	}
	return s
}

func readOffset(s string) (offset int, ok bool) {
	for _, layout := range []string{"-07:00", "-07:00:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			_, offset := t.Zone()
			return offset, true
		}
	}
	return 0, false
}

// localZone asks the places where a system says its zone.
func localZone() string {
	if tz, ok := os.LookupEnv("TZ"); ok {
		if tz == "" {
			return "UTC"
		}
		return strings.TrimPrefix(tz, ":")
	}
	link, err := os.Readlink("/etc/localtime")
	if err != nil {
		return ""
	}
	_, name, _ := strings.Cut(link, "zoneinfo/")
	return name
}
