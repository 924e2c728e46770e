# What is installed and packed. The changelog of the Debian package names the maintainer and the day
# of the release; its first entry must be of the version that is built.
set(debian ${CMAKE_SOURCE_DIR}/.ci/debian)
file(STRINGS ${debian}/changelog changelog)
list(GET changelog 0 entry)
if(NOT entry MATCHES "^taizhang \\(${PROJECT_VERSION}\\) ")
  message(FATAL_ERROR "The version is ${PROJECT_VERSION}; .ci/debian/changelog begins: ${entry}")
endif()
list(FILTER changelog INCLUDE REGEX "^ -- ")
list(GET changelog 0 entry)
string(REGEX REPLACE "^ -- (.*)  .*" "\\1" maintainer ${entry})

include(GNUInstallDirs)
install(TARGETS taizhang DESTINATION ${CMAKE_INSTALL_BINDIR})
# The originals of what `--templates` replaces.
install(DIRECTORY templates DESTINATION ${CMAKE_INSTALL_DATADIR}/taizhang
  PATTERN templates/example EXCLUDE)
# What the repository of a ledger takes over to be checked by itself.
set(for_ledgers ${CMAKE_INSTALL_DATADIR}/taizhang/ci)
install(FILES .gitlab-ci.yml .pre-commit-config.yaml DESTINATION ${for_ledgers})
install(FILES .github/workflows/ledger.yml DESTINATION ${for_ledgers}/.github/workflows)
install(DIRECTORY .github/actions DESTINATION ${for_ledgers}/.github USE_SOURCE_PERMISSIONS)
install(FILES README.md ${debian}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
# What has to be made out of the program or the changelog.
set(made ${CMAKE_BINARY_DIR}/made)
install(CODE "
execute_process(COMMAND \"${CMAKE_SOURCE_DIR}/.ci/manual\" \"$<TARGET_FILE:taizhang>\"
  \"${PROJECT_DESCRIPTION}\" \"${made}\" COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY \"${made}/bash\" \"${made}/zsh\" \"${made}/fish\")
execute_process(COMMAND \"$<TARGET_FILE:taizhang>\" completion bash
  OUTPUT_FILE \"${made}/bash/taizhang\" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND \"$<TARGET_FILE:taizhang>\" completion zsh
  OUTPUT_FILE \"${made}/zsh/_taizhang\" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND \"$<TARGET_FILE:taizhang>\" completion fish
  OUTPUT_FILE \"${made}/fish/taizhang.fish\" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND gzip -9nc \"${debian}/changelog\"
  OUTPUT_FILE \"${made}/changelog.gz\" COMMAND_ERROR_IS_FATAL ANY)")
install(DIRECTORY ${made}/man DESTINATION ${CMAKE_INSTALL_DATADIR})
# Where each shell looks; zsh below /usr only in Debian's own folder.
set(completion ${CMAKE_INSTALL_DATADIR})
install(FILES ${made}/bash/taizhang DESTINATION ${completion}/bash-completion/completions)
install(FILES ${made}/fish/taizhang.fish DESTINATION ${completion}/fish/vendor_completions.d)
install(FILES ${made}/zsh/_taizhang DESTINATION ${completion}/zsh/vendor-completions)
install(FILES ${made}/zsh/_taizhang DESTINATION ${completion}/zsh/site-functions)
install(FILES ${made}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_CMAKE_GENERATOR ${CMAKE_GENERATOR})
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${maintainer})
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "\
The tasks of a county government are YAML files, one a task, kept in git.
The program checks them and marks every fault at its place, answers
questions about them, tells how each figure came about, and writes the
weekly report as a web page or Markdown.
.
Messages and reports are in Chinese or English.")
include(CPack)
