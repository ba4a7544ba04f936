#include "server/program/commands.h"

#include <QCoreApplication>

int main(int argc, char **argv) {
    return latchkey::server::runLatchkeyd(argc, argv);
}
