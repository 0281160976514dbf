# The program alone, without menu entry, icons and man page: nix-build .packaging/unhunch.nix
# Checked is that Nix evaluates it, with a stand-in for its packages (`.ci/packages`); it was not built.
{ pkgs ? import <nixpkgs> { } }:
let
  libraries = with pkgs; [ libGL libxkbcommon wayland xorg.libX11 xorg.libxcb xorg.libXcursor xorg.libXi ];
in
pkgs.rustPlatform.buildRustPackage {
  pname = "unhunch";
  version = (builtins.fromTOML (builtins.readFile ../Cargo.toml)).package.version;
  src = pkgs.lib.cleanSource ../.;
  cargoLock.lockFile = ../Cargo.lock;
  # `.ci/run` tests; here it is only built.
  doCheck = false;
  # The windows load these when they open, by name.
  postFixup = "patchelf --add-rpath ${pkgs.lib.makeLibraryPath libraries} $out/bin/unhunch";
  nativeBuildInputs = [ pkgs.patchelf ];
  meta.mainProgram = "unhunch";
}
