package tui

import "bothways/journal"

// sourceTitles are the titles of sources, as they are cited.
func sourceTitles(sources []journal.Source) []string {
	titles := make([]string, len(sources))
	for i, s := range sources {
		titles[i] = s.Title()
	}
	return titles
}

// cited says where something comes from: from “this”, “that” and “a third”; "" for nowhere.
func cited(sources []journal.Source) string {
	titles := sourceTitles(sources)
	if len(titles) == 0 {
		return ""
	}
	out := "from “" + titles[0]
	for i, title := range titles[1:] {
		between := "”, “"
		if i == len(titles)-2 {
			between = "” and “"
		}
		out += between + title
	}
	return out + "”"
}
