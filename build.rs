//! Builds again when the embedded theme changes, which `include_dir` alone cannot ask for.

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=static");
}
