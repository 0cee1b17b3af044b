//! The one writer of HTML and SVG text: whatever is inserted is escaped here and nowhere else.
//!
//! Knows elements, attributes and escaping; knows nothing of pages, charts or data. Only a
//! [`Markup`] may become inner HTML in the browser or a file of the site, and the only way to
//! make one is to write a tree of [`Node`]s (or to take back what was written so).

use std::fmt;

/// Escaped HTML or SVG text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }

    /// What this writer put into the page that is open, read back from it unchanged. Not for any other text.
    pub fn taken_back(written: String) -> Markup {
        Markup(written)
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A piece of a page or drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Text(String),
    Element(Element),
    /// Nodes beside each other without an element of their own.
    Fragment(Vec<Node>),
}

/// An element: a name written in this program (never from data), attributes and children.
///
/// Boxed, and built by functions that are not inlined: pages chain hundreds of these calls, and each
/// should cost a few bytes of WebAssembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
    /// Where it stands in the picture that it is part of, from top to bottom.
    reach: Option<(i32, i32)>,
}

/// Starts an element.
#[inline(never)]
pub fn el(name: &'static str) -> Element {
    Element(Box::new(Parts { name, attributes: Vec::new(), children: Vec::new(), reach: None }))
}

/// A text node.
pub fn text(content: impl Into<String>) -> Node {
    Node::Text(content.into())
}

impl Element {
    /// Sets an attribute. A link that could run a script is dropped: see [`safe_link`].
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Element {
        self.with_attribute(name, value.into())
    }

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: String) -> Element {
        if matches!(name, "href" | "src" | "action" | "xlink:href") && !safe_link(&value) {
            return self;
        }
        // Event handlers and inline styles are forbidden by the content security policy; they never get this far.
        debug_assert!(!name.starts_with("on") && name != "style", "attribute {name} is not allowed");
        self.0.attributes.push((name, value));
        self
    }

    /// Sets an attribute only where there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<String>>) -> Element {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// A boolean attribute such as `hidden` or `open`.
    pub fn flag(self, name: &'static str, on: bool) -> Element {
        if on { self.attr(name, "") } else { self }
    }

    pub fn class(self, value: impl Into<String>) -> Element {
        self.attr("class", value)
    }

    pub fn text(self, content: impl Into<String>) -> Element {
        self.with_text(content.into())
    }

    pub fn name(&self) -> &'static str {
        self.0.name
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.0.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly inside it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.0.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    /// Says where it stands in the picture that it is part of: see [`Node::to_markup_within`].
    pub fn reaching(mut self, reach: Option<(i32, i32)>) -> Element {
        self.0.reach = reach;
        self
    }

    /// The same under another name.
    pub fn renamed(mut self, name: &'static str) -> Element {
        self.0.name = name;
        self
    }

    pub fn without(mut self, name: &str) -> Element {
        self.0.attributes.retain(|(own, _)| *own != name);
        self
    }

    #[inline(never)]
    fn with_text(self, content: String) -> Element {
        self.with_child(Node::Text(content))
    }

    pub fn child(self, node: impl Into<Node>) -> Element {
        self.with_child(node.into())
    }

    #[inline(never)]
    fn with_child(mut self, node: Node) -> Element {
        self.0.children.push(node);
        self
    }

    pub fn children<N: Into<Node>>(mut self, nodes: impl IntoIterator<Item = N>) -> Element {
        for node in nodes {
            self = self.with_child(node.into());
        }
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl From<Vec<Node>> for Node {
    fn from(nodes: Vec<Node>) -> Node {
        Node::Fragment(nodes)
    }
}

impl From<Option<Element>> for Node {
    fn from(element: Option<Element>) -> Node {
        element.map_or_else(|| Node::Fragment(Vec::new()), Node::Element)
    }
}

impl Node {
    /// Writes the node, escaped.
    pub fn to_markup(&self) -> Markup {
        let mut writer = Writer::default();
        writer.node(self);
        Markup(writer.out)
    }

    /// The same without what stands in a picture above or below a part of it, and whether that is all there is.
    pub fn to_markup_within(&self, top: i32, bottom: i32) -> (Markup, bool) {
        let mut writer = Writer { within: Some((top, bottom)), ..Writer::default() };
        writer.node(self);
        (Markup(writer.out), !writer.left_out)
    }

    /// The first element that fits, in reading order.
    pub fn find(&self, fits: &dyn Fn(&Element) -> bool) -> Option<&Element> {
        match self {
            Node::Text(_) => None,
            Node::Element(element) if fits(element) => Some(element),
            Node::Element(element) => element.0.children.iter().find_map(|node| node.find(fits)),
            Node::Fragment(nodes) => nodes.iter().find_map(|node| node.find(fits)),
        }
    }

    /// The same tree with each element changed or left out, from the outside in.
    pub fn map(self, change: &dyn Fn(Element) -> Option<Element>) -> Node {
        let all = |nodes: Vec<Node>| nodes.into_iter().map(|node| node.map(change)).collect();
        match self {
            Node::Text(_) => self,
            Node::Fragment(nodes) => Node::Fragment(all(nodes)),
            Node::Element(element) => Node::from(change(element).map(|mut element| {
                element.0.children = all(std::mem::take(&mut element.0.children));
                element
            })),
        }
    }

    /// The text that a reader sees, without elements, for comparison.
    pub fn plain_text(&self) -> String {
        self.text(true)
    }

    /// The same without small print, such as where something stands: what search reads.
    pub fn running_text(&self) -> String {
        self.text(false)
    }

    fn text(&self, small_print: bool) -> String {
        match self {
            Node::Text(content) => content.clone(),
            Node::Element(element) if element.0.name == "small" && !small_print => String::new(),
            Node::Element(element) => {
                let mut text: String = element.0.children.iter().map(|node| node.text(small_print)).collect();
                // Words of one line do not run into those of the next.
                if matches!(element.0.name, "p" | "li" | "br") {
                    text.push(' ');
                }
                text
            }
            Node::Fragment(nodes) => nodes.iter().map(|node| node.text(small_print)).collect(),
        }
    }
}

impl Element {
    pub fn to_markup(&self) -> Markup {
        let mut writer = Writer::default();
        writer.element(self);
        Markup(writer.out)
    }
}

/// Elements of HTML that have no end tag.
const VOID: [&str; 7] = ["meta", "link", "br", "hr", "img", "input", "wbr"];

#[derive(Default)]
struct Writer {
    out: String,
    /// The part of pictures that is written; all of them where there is none.
    within: Option<(i32, i32)>,
    left_out: bool,
}

impl Writer {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Text(content) => escape(content, &mut self.out),
            Node::Element(element) => self.element(element),
            Node::Fragment(nodes) => nodes.iter().for_each(|node| self.node(node)),
        }
    }

    fn element(&mut self, element: &Element) {
        if let (Some((top, bottom)), Some((from, to))) = (self.within, element.0.reach)
            && (to < top || from > bottom)
        {
            self.left_out = true;
            return;
        }
        let out = &mut self.out;
        out.push('<');
        out.push_str(element.0.name);
        for (name, value) in &element.0.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        out.push('>');
        if VOID.contains(&element.0.name) {
            return;
        }
        for child in &element.0.children {
            self.node(child);
        }
        self.out.push_str("</");
        self.out.push_str(element.0.name);
        self.out.push('>');
    }
}

/// Escapes text for element content and for attribute values in double quotes alike.
/// Control characters that neither HTML nor XML allows become the replacement character.
fn escape(content: &str, out: &mut String) {
    for c in content.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || c == '\u{fffe}' || c == '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Whether an address may stand in a link: relative, `http(s)` or `mailto`, never one that runs something.
/// Only what stands before the first `/`, `?` or `#` can be a scheme.
pub fn safe_link(address: &str) -> bool {
    let head = address.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        None => !address.starts_with("//") && !address.chars().any(|c| c.is_control()),
        Some((scheme, _)) => matches!(scheme, "http" | "https" | "mailto" | "blob"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let node = el("p").attr("title", "\"><script>alert(1)</script>").text("<img src=x onerror=alert(1)> & 'x' \u{0}");
        assert_eq!(
            node.to_markup().as_str(),
            "<p title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">&lt;img src=x onerror=alert(1)&gt; &amp; &#39;x&#39; \u{fffd}</p>"
        );
    }

    #[test]
    fn of_a_picture_a_part_can_be_written() {
        let mark = |top: i32| el("g").reaching(Some((top, top + 10))).child(el("rect").attr("y", top.to_string()));
        let page = Node::from(el("svg").child(el("desc").text("All")).children([mark(0), mark(20), mark(40)]));
        let (part, is_all) = page.to_markup_within(12, 25);
        assert_eq!((part.as_str(), is_all), ("<svg><desc>All</desc><g><rect y=\"20\"></rect></g></svg>", false));
        // What is cut by an edge is there.
        assert_eq!(page.to_markup_within(10, 40), (page.to_markup(), true));
    }

    #[test]
    fn links_that_run_are_dropped() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            " javascript:x",
            "java\nscript:x",
            "//elsewhere.example/",
            "vbscript:x",
        ] {
            assert!(!safe_link(address), "{address}");
            assert_eq!(el("a").attr("href", address).to_markup().as_str(), "<a></a>");
        }
        for address in ["../karta/?vald=goal/x#y", "https://example.org/a:b", "", "./", "mailto:a@example.org", "?a=b:c", "#a:b"] {
            assert!(safe_link(address), "{address}");
        }
    }
}
