// Package chart draws numbers in characters: bars, columns that go both ways, shares, points on a
// line and tables of dots. A picture is rows of cells, and each cell has a meaning that whoever shows
// it gives a style. What differs in meaning differs in its characters or its place as well, so that a
// picture says the same without colours.
package chart
