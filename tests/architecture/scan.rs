//! A source as tokens, without its comments and without what only tests compile. Owns the few rules of Rust's text that
//! this takes; never knows what a token means.

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// The inside of a string, as written.
    Text(String),
    Mark(char),
}

/// A token and the line it begins on, from 1.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) token: Token,
    pub(crate) line: usize,
}

impl Piece {
    pub(crate) fn is(&self, mark: char) -> bool {
        self.token == Token::Mark(mark)
    }

    pub(crate) fn word(&self) -> Option<&str> {
        if let Token::Word(word) = &self.token { Some(word) } else { None }
    }
}

struct Reader {
    text: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.text.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn next(&mut self) -> char {
        let c = self.peek(0);
        self.line += usize::from(c == '\n');
        self.at += 1;
        c
    }

    fn done(&self) -> bool {
        self.at >= self.text.len()
    }

    fn while_(&mut self, keep: impl Fn(char) -> bool) -> String {
        let mut all = String::new();
        while !self.done() && keep(self.peek(0)) {
            all.push(self.next());
        }
        all
    }

    /// A comment in `/*`, which may hold others.
    fn skip_block(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => (depth, self.at) = (depth + 1, self.at + 1),
                ('*', '/') => (depth, self.at) = (depth - 1, self.at + 1),
                _ => {}
            }
            self.next();
            if depth == 0 || self.done() {
                return;
            }
        }
    }

    /// The inside of a string whose first quote has been read.
    fn string(&mut self) -> String {
        let mut all = String::new();
        while !self.done() {
            match self.next() {
                '"' => break,
                '\\' => match self.next() {
                    '\n' => drop(self.while_(char::is_whitespace)),
                    'n' => all.push('\n'),
                    c => all.push(c),
                },
                c => all.push(c),
            }
        }
        all
    }

    /// The inside of a raw string whose `r` has been read.
    fn raw(&mut self) -> String {
        let hashes = self.while_(|c| c == '#').len();
        self.next();
        let mut all = String::new();
        while !self.done() {
            let c = self.next();
            if c == '"' && (0..hashes).all(|n| self.peek(n) == '#') {
                self.at += hashes;
                break;
            }
            all.push(c);
        }
        all
    }

    /// After a `'`: a character, or the name of a lifetime, which is left to be read as a word.
    fn quote(&mut self) {
        if self.peek(0) == '\\' {
            self.at += 2;
            self.while_(|c| c != '\'');
            self.next();
        } else if self.peek(1) == '\'' {
            self.at += 2;
        }
    }
}

/// The tokens of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Piece> {
    let mut from = Reader { text: text.chars().collect(), at: 0, line: 1 };
    let mut pieces = Vec::new();
    while !from.done() {
        let line = from.line;
        let token = match from.peek(0) {
            '/' if from.peek(1) == '/' => {
                from.while_(|c| c != '\n');
                continue;
            }
            '/' if from.peek(1) == '*' => {
                from.skip_block();
                continue;
            }
            c if c.is_whitespace() => {
                from.next();
                continue;
            }
            c if c.is_alphanumeric() || c == '_' => {
                let word = from.while_(|c| c.is_alphanumeric() || c == '_');
                let raw = from.peek(0) == '"' || (from.peek(0) == '#' && "\"#".contains(from.peek(1)));
                match word.as_str() {
                    "r" | "br" | "cr" if raw => Token::Text(from.raw()),
                    "b" | "c" if from.peek(0) == '"' => {
                        from.next();
                        Token::Text(from.string())
                    }
                    _ => Token::Word(word),
                }
            }
            '"' => {
                from.next();
                Token::Text(from.string())
            }
            '\'' => {
                from.next();
                from.quote();
                continue;
            }
            c => {
                from.next();
                Token::Mark(c)
            }
        };
        pieces.push(Piece { token, line });
    }
    pieces
}

/// Where the bracket that opens at `from` closes, or the end.
pub(crate) fn closes(pieces: &[Piece], from: usize) -> usize {
    let mut depth = 0;
    for (n, piece) in pieces.iter().enumerate().skip(from) {
        match piece.token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') => depth -= 1,
            Token::Mark(_) | Token::Word(_) | Token::Text(_) => continue,
        }
        if depth == 0 {
            return n;
        }
    }
    pieces.len()
}

/// Whether an attribute begins here, and where it ends.
pub(crate) fn attribute(pieces: &[Piece], at: usize) -> Option<usize> {
    let open = at + 1 + usize::from(pieces.get(at + 1).is_some_and(|p| p.is('!')));
    let begins = pieces.get(at).is_some_and(|p| p.is('#')) && pieces.get(open).is_some_and(|p| p.is('['));
    begins.then(|| closes(pieces, open))
}

/// The end of the item that begins here: its `;`, or the end of its block.
fn item_ends(pieces: &[Piece], mut at: usize) -> usize {
    while let Some(end) = attribute(pieces, at) {
        at = end + 1;
    }
    while let Some(piece) = pieces.get(at) {
        match piece.token {
            Token::Mark(';') => return at,
            Token::Mark('{') => return closes(pieces, at),
            Token::Mark('(' | '[') => at = closes(pieces, at) + 1,
            Token::Mark(_) | Token::Word(_) | Token::Text(_) => at += 1,
        }
    }
    pieces.len()
}

/// The tokens that a build without tests sees, and the modules that only tests have in files of their own.
pub(crate) fn without_tests(pieces: &[Piece]) -> (Vec<Piece>, Vec<String>) {
    let (mut kept, mut modules, mut at) = (Vec::new(), Vec::new(), 0);
    while at < pieces.len() {
        let tests = attribute(pieces, at).filter(|&end| {
            let words: Vec<&str> = pieces[at..end].iter().filter_map(Piece::word).collect();
            words == ["cfg", "test"]
        });
        if let Some(end) = tests {
            let over = item_ends(pieces, end + 1);
            let item: Vec<&str> = pieces[end + 1..over].iter().filter_map(Piece::word).collect();
            if let [.., "mod", name] = item[..] {
                modules.push(name.to_owned());
            }
            at = over + 1;
        } else {
            kept.push(pieces[at].clone());
            at += 1;
        }
    }
    (kept, modules)
}

#[test]
fn what_follows_the_tests_is_seen_and_the_tests_are_not() {
    let text = r##"
        /* one /* two */ crate::no */ // crate::no
        #[cfg(test)]
        mod tests { fn f() { crate::no::x("}") } }
        #[cfg(test)]
        #[expect(dead_code, reason = "it is a test's")]
        fn helper<'a>(x: &'a str) -> char { '}' }
        #[cfg(test)]
        pub(crate) mod far;
        fn seen() { crate::yes(r#"a "raw" text"#, "a \
            long one", b"bytes", '"'); }
    "##;
    let (kept, modules) = without_tests(&tokens(text));
    let words: Vec<&str> = kept.iter().filter_map(Piece::word).collect();
    assert_eq!(words, ["fn", "seen", "crate", "yes"]);
    let texts: Vec<&str> =
        kept.iter().filter_map(|p| if let Token::Text(text) = &p.token { Some(text.as_str()) } else { None }).collect();
    assert_eq!(texts, ["a \"raw\" text", "a long one", "bytes"]);
    assert_eq!(modules, ["far"]);
}
