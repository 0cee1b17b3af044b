//! Native tests.

mod chart_svg;
