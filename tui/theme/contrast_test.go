package theme_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"bothways/tui/theme"
)

// luminance is how bright a colour is, from 0 to 1, as WCAG 2 has it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v>>8) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// contrast is that of two colours, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func TestContrastOfContrast(t *testing.T) {
	hex := lipgloss.Color
	for _, c := range []struct {
		a, b string
		want string
	}{{"#000000", "#ffffff", "21.00"}, {"#777777", "#ffffff", "4.48"}, {"#767676", "#ffffff", "4.54"}, {"#ff0000", "#ffffff", "4.00"}} {
		if got := fmt.Sprintf("%.2f", contrast(hex(c.a), hex(c.b))); got != c.want {
			t.Errorf("%s on %s is %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// What WCAG AA asks for: of words, and of what is no word but has a meaning.
const (
	ofWords = 4.5
	ofLines = 3.0
)

// styles are those a theme sets words in, by their names; Rule alone draws only lines.
func styles(t *theme.Theme) map[string]lipgloss.Style {
	return map[string]lipgloss.Style{
		"Faint": t.Faint, "Heading": t.Heading, "Selected": t.Selected, "Key": t.Key, "Overdue": t.Overdue,
		"Theirs": t.Theirs, "Good": t.Good, "Hard": t.Hard, "Lifted": t.Lifted, "Error": t.Error,
	}
}

// ownColour reports whether a style leaves words the terminal's own colour.
func ownColour(s lipgloss.Style) bool {
	_, none := s.GetForeground().(lipgloss.NoColor)
	return none
}

func TestContrast(t *testing.T) {
	backgrounds := map[bool]map[string]string{
		true: {
			"black": "#000000", "dark grey": "#1e1e1e", "GNOME": "#171421", "One Dark": "#282c34", "Solarized dark": "#002b36",
			"Gruvbox dark": "#282828", "Dracula": "#282a36", "Tokyo Night": "#1a1b26", "Nord": "#2e3440", "Ubuntu": "#300a24",
		},
		false: {
			"white": "#ffffff", "One Light": "#fafafa", "GitHub": "#f6f8fa", "Solarized light": "#fdf6e3", "Gruvbox light": "#fbf1c7",
			"light grey": "#eeeeee", "cream": "#eee8d5",
		},
	}
	for dark, all := range backgrounds {
		th := theme.New(dark)
		for name, hex := range all {
			for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
				t.Run(fmt.Sprintf("%s in %s", name, profile), func(t *testing.T) {
					on := lipgloss.Color(hex)
					check := func(style string, s lipgloss.Style, least float64) {
						c := s.GetForeground()
						if got := contrast(profile.Convert(c), on); got < least {
							t.Errorf("%s has %.2f, less than %.1f", style, got, least)
						}
					}
					for style, s := range styles(th) {
						check(style, s, ofWords)
					}
					check("Rule", th.Rule, ofLines)
				})
			}
		}
	}
}

// TestContrastOfSixteen computes with what terminals make of the sixteen colours.
func TestContrastOfSixteen(t *testing.T) {
	for terminal, palette := range map[string][16]string{
		"xterm": {"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
			"#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"},
		"VGA": {"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
			"#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"},
		"Windows": {"#0c0c0c", "#c50f1f", "#13a10e", "#c19c00", "#0037da", "#881798", "#3a96dd", "#cccccc",
			"#767676", "#e74856", "#16c60c", "#f9f1a5", "#3b78ff", "#b4009e", "#61d6d6", "#f2f2f2"},
		"GNOME": {"#171421", "#c01c28", "#26a269", "#a2734c", "#12488b", "#a347ba", "#2aa1b3", "#d0cfcc",
			"#5e5c64", "#f66151", "#33da7a", "#e9ad0c", "#2a7bde", "#c061cb", "#33c7de", "#ffffff"},
		"Tango": {"#000000", "#cc0000", "#4e9a06", "#c4a000", "#3465a4", "#75507b", "#06989a", "#d3d7cf",
			"#555753", "#ef2929", "#8ae234", "#fce94f", "#729fcf", "#ad7fa8", "#34e2e2", "#eeeeec"},
	} {
		for dark, ground := range map[bool]string{true: palette[0], false: "#ffffff"} {
			t.Run(fmt.Sprintf("%s on %s", terminal, ground), func(t *testing.T) {
				th, on := theme.Sixteen(dark), lipgloss.Color(ground)
				check := func(style string, s lipgloss.Style, least float64) {
					if ownColour(s) {
						return
					}
					n, ok := s.GetForeground().(ansi.BasicColor)
					if !ok || n > 15 {
						t.Fatalf("%s is none of the sixteen: %v", style, s.GetForeground())
					}
					if got := contrast(lipgloss.Color(palette[n]), on); got < least {
						t.Errorf("%s, %s, has %.2f, less than %.1f", style, palette[n], got, least)
					}
				}
				for style, s := range styles(th) {
					check(style, s, ofWords)
				}
				check("Rule", th.Rule, ofLines)
			})
		}
	}
}

func TestPlainHasNoColours(t *testing.T) {
	for _, dark := range []bool{true, false} {
		th := theme.Plain(dark)
		all := styles(th)
		all["Rule"], all["Text"], all["Strong"], all["Mark"] = th.Rule, th.Text, th.Strong, th.Mark
		for name, s := range all {
			if !ownColour(s) {
				t.Errorf("%s has %v", name, s.GetForeground())
			}
		}
		if !th.Selected.GetBold() || !th.Heading.GetBold() || !th.Key.GetBold() || !th.Mark.GetReverse() {
			t.Error("what is chosen, heads, keys and selected words do not stand out")
		}
	}
}

func TestLook(t *testing.T) {
	same := func(a, b *theme.Theme) bool {
		return a.Dark == b.Dark && a.Key.GetForeground() == b.Key.GetForeground() && a.Good.GetForeground() == b.Good.GetForeground()
	}
	for _, c := range []struct {
		name string
		look theme.Look
		want *theme.Theme
	}{
		{"dark by the terminal", theme.Look{Dark: true}, theme.New(true)},
		{"light by the terminal", theme.Look{}, theme.New(false)},
		{"auto", theme.Look{Chosen: "auto", Dark: true}, theme.New(true)},
		{"few colours", theme.Look{Dark: true, Few: true}, theme.Sixteen(true)},
		{"few colours on white", theme.Look{Few: true}, theme.Sixteen(false)},
		{"chosen dark", theme.Look{Chosen: theme.ChooseDark}, theme.New(true)},
		{"chosen light", theme.Look{Chosen: theme.ChooseLight, Dark: true}, theme.New(false)},
		{"chosen dark of few", theme.Look{Chosen: theme.ChooseDark, Few: true}, theme.Sixteen(true)},
		{"chosen sixteen", theme.Look{Chosen: theme.ChooseSixteen}, theme.Sixteen(false)},
		{"chosen plain", theme.Look{Chosen: theme.ChoosePlain, Dark: true, Few: true}, theme.Plain(true)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !same(c.look.Theme(), c.want) {
				t.Error("it is another theme")
			}
		})
	}
}
