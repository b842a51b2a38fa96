package verbs

import (
	"errors"
	"path/filepath"
	"testing"

	"bothways/journal"
)

func TestJournalPath(t *testing.T) {
	data, err := filepath.Abs("data") // so that it is absolute wherever this runs
	if err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(data, "home")
	for _, c := range []struct {
		name, flag, goos string
		env              map[string]string
		want             string
	}{
		{"flag", "f.db", "linux", map[string]string{"BOTHWAYS_JOURNAL": "e.db"}, "f.db"},
		{"environment", "", "linux", map[string]string{"BOTHWAYS_JOURNAL": "e.db", "XDG_DATA_HOME": data}, "e.db"},
		{"data home", "", "linux", map[string]string{"XDG_DATA_HOME": data}, filepath.Join(data, "bothways", "journal.db")},
		{"relative data home", "", "linux", map[string]string{"XDG_DATA_HOME": "data"}, filepath.Join(home, ".local", "share", "bothways", "journal.db")},
		{"linux", "", "linux", nil, filepath.Join(home, ".local", "share", "bothways", "journal.db")},
		{"darwin", "", "darwin", map[string]string{"LOCALAPPDATA": data}, filepath.Join(home, ".local", "share", "bothways", "journal.db")},
		{"windows", "", "windows", map[string]string{"LOCALAPPDATA": data}, filepath.Join(data, "bothways", "journal.db")},
		{"windows without its variable", "", "windows", nil, filepath.Join(home, "AppData", "Local", "bothways", "journal.db")},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := app{journalFlag: c.flag, env: Env{
				GOOS:   c.goos,
				Getenv: func(name string) string { return c.env[name] },
				Home:   func() (string, error) { return home, nil },
			}}
			named := c.flag != "" || c.env["BOTHWAYS_JOURNAL"] != ""
			if got, said, err := a.journalPath(); got != c.want || said != named || err != nil {
				t.Errorf("got %q, %v, %v, want %q", got, said, err, c.want)
			}
		})
	}
	t.Run("ErrNoHome", func(t *testing.T) {
		a := app{env: Env{
			GOOS:   "linux",
			Getenv: func(string) string { return "" },
			Home:   func() (string, error) { return "", errors.New("no home") },
		}}
		if _, _, err := a.journalPath(); journal.ErrorCode(err) != journal.CodeInvalid {
			t.Errorf("got %v", err)
		}
	})
}
