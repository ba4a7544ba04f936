#pragma once

namespace latchkey::server {

/// `latchkeyd init | serve | check`. The exit status: 0 good, 1 failed, 2 called in a wrong way.
int runLatchkeyd(int argc, char **argv);

} // namespace latchkey::server
