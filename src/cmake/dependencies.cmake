# Everything comes from the distribution; packages.txt lists the Debian names.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

pkg_check_modules(SDL2 REQUIRED IMPORTED_TARGET sdl2>=2.26)
pkg_check_modules(SDL2_TTF REQUIRED IMPORTED_TARGET SDL2_ttf>=2.20)
pkg_check_modules(SDL2_MIXER REQUIRED IMPORTED_TARGET SDL2_mixer>=2.6)
pkg_check_modules(SNDFILE REQUIRED IMPORTED_TARGET sndfile>=1.1)
pkg_check_modules(SAMPLERATE REQUIRED IMPORTED_TARGET samplerate)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1>=0.2.5)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.37)
pkg_check_modules(JSON_C REQUIRED IMPORTED_TARGET json-c)
pkg_check_modules(FONTCONFIG REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(SYSTEMD REQUIRED IMPORTED_TARGET libsystemd)
pkg_check_modules(X11 REQUIRED IMPORTED_TARGET x11 xext xscrnsaver xrandr)

# flite and stb ship no pkg-config file worth the name: flite's headers and voices are found by name.
find_path(FLITE_INCLUDE_DIR flite/flite.h REQUIRED)
find_library(FLITE_LIBRARY flite REQUIRED)
find_library(FLITE_USENGLISH_LIBRARY flite_usenglish REQUIRED)
find_library(FLITE_CMULEX_LIBRARY flite_cmulex REQUIRED)
find_library(FLITE_SLT_LIBRARY flite_cmu_us_slt REQUIRED)
find_path(STB_INCLUDE_DIR stb/stb_image.h REQUIRED)
