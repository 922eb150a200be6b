//! Texts that a link holds itself.

/// The address of the kind `data:` that is `text` itself, in UTF-8.
///
/// What no address may hold is percent-encoded, and so is what HTML writes longer: `&` and `'`. Letters of all
/// languages stay as they are.
pub fn data_address(media_type: &str, text: &str) -> String {
    let mut address = String::with_capacity(media_type.len() + text.len() * 3 / 2 + 32);
    address.extend(["data:", media_type, ";charset=utf-8,"]);
    for c in text.chars() {
        if stays(c) {
            address.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let digit = |at: u8| char::from(b"0123456789ABCDEF"[usize::from(at)]);
                address.extend(['%', digit(byte >> 4), digit(byte & 0xf)]);
            }
        }
    }
    address
}

/// Whether the URL standard counts a character among those of addresses, and an address means nothing by it.
fn stays(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        '!' | '$' | '(' | ')' | '*' | '+' | ',' | '-' | '.' | '/' | ':' | ';' | '=' | '?' | '@' | '_' | '~' => true,
        // Spaces are hard to see and easily lost; non-characters are the last two of each plane, and 32 more.
        c if c.is_whitespace() || c.is_control() => false,
        '\u{fdd0}'..='\u{fdef}' => false,
        c => !c.is_ascii() && u32::from(c) & 0xfffe != 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::data_address;

    #[test]
    fn what_an_address_may_not_hold_is_encoded_and_nothing_else() {
        let text = "@misc{é,\n  title = {{« 5 % #1 & “b” <'i'>\u{a0}»}},\r\n  url = {https://a.example/?x=y}}";
        assert_eq!(
            data_address("application/x-bibtex", text),
            "data:application/x-bibtex;charset=utf-8,@misc%7Bé,%0A%20%20title%20=%20%7B%7B«%205%20%25%20%231%20%26%20\
             “b”%20%3C%27i%27%3E%C2%A0»%7D%7D,%0D%0A%20%20url%20=%20%7Bhttps://a.example/?x=y%7D%7D"
        );
        assert_eq!(data_address("text/plain", "\u{ffff}\u{fdd0}"), "data:text/plain;charset=utf-8,%EF%BF%BF%EF%B7%90");
    }
}
