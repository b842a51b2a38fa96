package fault

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// Report writes the report of f beside the journal at path, for this person's eyes only (mode 0600),
// and answers the name of its file. Where that does not work, or path is "", it lies among the
// temporary files. about are more lines of it; they must not hold a word of the journal.
func (f *Fault) Report(path string, at time.Time, about ...string) (string, error) {
	text := f.text(at, about)
	if path != "" {
		if name, err := writeBeside(path, at, text); err == nil {
			return name, nil
		}
	}
	file, err := os.CreateTemp("", "bothways-report-*.txt") // made with mode 0600
	if err != nil {
		return "", err
	}
	return file.Name(), fill(file, text)
}

// maxReports is how many reports of one second are told apart.
const maxReports = 9

func writeBeside(path string, at time.Time, text string) (string, error) {
	name := path + ".report-" + at.UTC().Format("20060102-150405")
	for n := 1; ; n++ {
		try := name + ".txt"
		if n > 1 {
			try = fmt.Sprintf("%s-%d.txt", name, n)
		}
		file, err := os.OpenFile(try, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, os.ErrExist) && n < maxReports {
			continue
		}
		if err != nil {
			return "", err
		}
		return try, fill(file, text)
	}
}

// fill writes a new file, which is gone where that fails.
func fill(file *os.File, text string) error {
	_, err := file.WriteString(text)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}

// build says which program this is and what it runs on.
func build() string {
	version, revision := "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = " " + s.Value
			}
		}
	}
	return fmt.Sprintf("version: %s%s, %s, %s/%s", version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
