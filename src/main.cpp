// SPDX-License-Identifier: MIT
#include "cli/run.h"

int main(int argc, char** argv) { return taizhang::cli::run_on_this_machine(argc, argv); }
