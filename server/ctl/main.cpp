#include "server/ctl/commands.h"

int main(int argc, char **argv) {
    return latchkey::ctl::runLatchkeyctl(argc, argv);
}
