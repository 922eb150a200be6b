//! Where the discs and squares of a graph stand, from the top, in pixels.

/// How high a row of one line of words is.
const ROW: i32 = 28;

/// How far apart two lines of words are, and how much higher their row is.
const LINE: i32 = 14;

/// From the middle of small letters down to the line that they stand on.
const HALF: i32 = 4;

/// Letters of a line; the narrowest screen has room for no more.
const LETTERS: usize = 18;

/// Lines of a name.
const LINES: usize = 3;

/// Publications of one text, the original first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// How many lines of words each publication has.
    pub squares: Vec<usize>,
    /// The origins that it goes back to, counted from 0.
    pub origins: Vec<usize>,
}

/// Where the middle of everything stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// How high the whole is.
    pub height: i32,
    /// By origin.
    pub origins: Vec<i32>,
    /// By text, then by publication.
    pub squares: Vec<Vec<i32>>,
}

/// Publications one below the other, and every origin in the middle of its own; `origins` says how many lines of
/// words each has.
pub(super) fn layout(origins: &[usize], texts: &[Text]) -> Layout {
    let heights: Vec<i32> = origins.iter().map(|lines| row(*lines)).collect();
    let squares_high: i32 = texts.iter().flat_map(|text| &text.squares).map(|lines| row(*lines)).sum();
    let height = squares_high.max(heights.iter().sum());
    let mut top = (height - squares_high) / 2;
    let mut stack = |lines: &usize| {
        top += row(*lines);
        top - row(*lines) / 2
    };
    let squares: Vec<Vec<i32>> = texts.iter().map(|text| text.squares.iter().map(&mut stack).collect()).collect();
    let middle = |origin: usize| {
        // Lines lead to the first publication of a text.
        let own = texts.iter().zip(&squares).filter(|(text, _)| text.origins.contains(&origin));
        let own: Vec<i32> = own.filter_map(|(_, squares)| squares.first().copied()).collect();
        own.iter().sum::<i32>() / i32::try_from(own.len().max(1)).unwrap_or(1)
    };
    let mut order: Vec<usize> = (0..origins.len()).collect();
    order.sort_by_key(|origin| middle(*origin));
    let mut places = vec![0; origins.len()];
    // Down, so that none stands on another, then up again from the lower edge.
    let mut free = 0;
    for &origin in &order {
        places[origin] = middle(origin).max(free + heights[origin] / 2);
        free = places[origin] + heights[origin] / 2;
    }
    let mut free = height;
    for &origin in order.iter().rev() {
        places[origin] = places[origin].min(free - heights[origin] / 2);
        free = places[origin] - heights[origin] / 2;
    }
    Layout { height, origins: places, squares }
}

fn row(lines: usize) -> i32 {
    ROW + LINE * further(lines)
}

/// How many lines stand below the first.
fn further(lines: usize) -> i32 {
    i32::try_from(lines.saturating_sub(1)).unwrap_or_default()
}

/// Where the lines of a name stand whose middle is at `y`.
pub(super) fn baselines(y: i32, lines: usize) -> impl Iterator<Item = i32> {
    let first = y + HALF - LINE * further(lines) / 2;
    (0..).map(move |line| first + line * LINE)
}

/// A name on one line, or on more if it is longer; what has no room in the last is left out.
pub(super) fn folded(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if letters(line) + 1 + letters(word) <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let whole = lines.len() <= LINES;
    lines.truncate(LINES);
    for line in lines.iter_mut().filter(|line| letters(line) > LETTERS) {
        *line = cut(line);
    }
    if let Some(last) = lines.last_mut().filter(|_| !whole) {
        *last = cut(&format!("{last}…"));
    }
    lines
}

fn letters(line: &str) -> usize {
    line.chars().count()
}

/// What of a line has room.
fn cut(line: &str) -> String {
    if letters(line) <= LETTERS {
        return line.to_owned();
    }
    let kept: String = line.chars().take(LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(squares: &[usize], origins: &[usize]) -> Text {
        Text { squares: squares.to_vec(), origins: origins.to_vec() }
    }

    #[test]
    fn publications_stand_one_below_the_other_and_origins_in_the_middle_of_theirs() {
        let layout = layout(&[1, 1], &[text(&[1], &[0]), text(&[1], &[0]), text(&[1], &[1])]);
        assert_eq!(layout.height, 84);
        assert_eq!(layout.squares, [[14], [42], [70]]);
        assert_eq!(layout.origins, [28, 70]);
    }

    #[test]
    fn a_name_on_two_lines_has_a_higher_row() {
        let layout = layout(&[1], &[text(&[2], &[0]), text(&[1], &[0])]);
        assert_eq!((layout.height, layout.squares), (70, vec![vec![21], vec![56]]));
    }

    #[test]
    fn lines_lead_to_the_first_copy_of_a_text() {
        let layout = layout(&[1], &[text(&[1, 1, 1], &[0])]);
        assert_eq!((layout.squares, layout.origins), (vec![vec![14, 42, 70]], vec![14]));
    }

    #[test]
    fn no_origin_stands_on_another_or_outside() {
        // Three origins of one publication, and one whose publications surround those of another.
        let crowded = [
            (vec![2, 1, 2], vec![text(&[1], &[0, 1, 2])]),
            (vec![1, 1], vec![text(&[1], &[0]), text(&[1], &[1]), text(&[1], &[0])]),
            (vec![2, 2, 1], vec![text(&[1], &[0]), text(&[1], &[1, 2])]),
        ];
        for (origins, texts) in crowded {
            let layout = layout(&origins, &texts);
            let mut rows: Vec<(i32, i32)> =
                layout.origins.iter().zip(&origins).map(|(y, lines)| (*y, row(*lines) / 2)).collect();
            rows.sort_unstable();
            assert!(rows[0].0 >= rows[0].1, "{layout:?}");
            assert!(rows.windows(2).all(|two| two[0].0 + two[0].1 <= two[1].0 - two[1].1), "{layout:?}");
            let last = rows[rows.len() - 1];
            assert!(last.0 + last.1 <= layout.height, "{layout:?}");
        }
    }

    #[test]
    fn a_long_name_is_folded_at_a_space_and_never_runs_over() {
        assert_eq!(folded("Syria TV"), ["Syria TV"]);
        assert_eq!(folded("European Pravda of Kyiv"), ["European Pravda of", "Kyiv"]);
        assert_eq!(
            folded("Observatoire et Défense civile de Saraqib"),
            ["Observatoire et", "Défense civile de", "Saraqib"]
        );
        let long = "The Upper Valley Courier and Advertiser of Port Velm and the Islands";
        assert_eq!(folded(long), ["The Upper Valley", "Courier and", "Advertiser of Por…"]);
        assert_eq!(folded("Donaudampfschifffahrtsgesellschaft"), ["Donaudampfschifff…"]);
        assert_eq!(baselines(42, 2).take(2).collect::<Vec<_>>(), [39, 53]);
        assert_eq!(baselines(42, 1).next(), Some(46));
    }
}
