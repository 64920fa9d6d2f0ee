# `lint`: clang-tidy and cppcheck on every source of src/, again only for a file that changed or
# whose headers did.
find_program(CLANG_TIDY clang-tidy)
find_program(CPPCHECK cppcheck)
if(NOT CLANG_TIDY OR NOT CPPCHECK)
    return()
endif()

file(GLOB_RECURSE lint_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.c)
file(GLOB_RECURSE lint_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.h)
foreach(source ${lint_sources})
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR}/src ${source})
    set(stamp ${CMAKE_BINARY_DIR}/lint/${name}.ok)
    get_filename_component(folder ${stamp} DIRECTORY)
    add_custom_command(
        OUTPUT ${stamp}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND ${CLANG_TIDY} --quiet -p ${CMAKE_BINARY_DIR} ${source}
        COMMAND ${CPPCHECK} --quiet --std=c11 --error-exitcode=1 --inline-suppr
                --enable=warning,performance,portability --suppress=missingIncludeSystem
                -D_GNU_SOURCE -I ${PROJECT_SOURCE_DIR}/src ${source}
        COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
        DEPENDS ${source} ${lint_headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
        COMMENT "lint ${name}"
        VERBATIM)
    list(APPEND lint_stamps ${stamp})
endforeach()
add_custom_target(lint DEPENDS ${lint_stamps})
