// latchkey-guess-bench [PAIRS]: a token with an id that nobody has against one with a wrong secret, asked in
// turn over one connection of a latchkeyd of its own; the ratio of the medians of their times.
#include "tests/support/daemon_process.h"
#include "tests/support/test_vault.h"

#include <chrono>
#include <cstdio>

using namespace latchkey;

namespace {

QByteArray questionWith(const token::NewToken &t) {
    return "GET /v1/forward-auth HTTP/1.1\r\nHost: gateway\r\nX-Forwarded-Method: GET\r\n"
           "X-Forwarded-Uri: /leads\r\nAuthorization: Bearer " +
           t.token.view().toByteArray() + "\r\n\r\n";
}

double medianUs(std::vector<qint64> &ns) {
    std::nth_element(ns.begin(), ns.begin() + static_cast<std::ptrdiff_t>(ns.size() / 2), ns.end());
    return static_cast<double>(ns[ns.size() / 2]) / 1000;
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    const int pairs = argc > 1 ? qMax(1, QByteArray(argv[1]).toInt()) : 20'000;
    TestVault vault;
    vault.open();
    const auto key = waitFor(vault.service->create(vault.config()));
    DaemonProcess daemon;
    if (!key ||
        !daemon.configure("{\"environment\": \"production\", \"threads\": 1, \"rules\": "
                          "[{\"path\": \"/leads\", \"scope\": \"leads:read\"}]}") ||
        !daemon.start(vault.path()))
        qFatal("latchkeyd does not start");
    RawClient line(daemon.port);
    std::array<std::vector<qint64>, 2> times;
    for (int i = 0; i < 2 * pairs; ++i) {
        const bool wrong = i % 2 != 0; // another token each time
        const QByteArray question =
            questionWith(wrong ? token::generate(QStringLiteral("lk"), Environment::Production, key->key.id)
                               : token::generate(QStringLiteral("lk"), Environment::Production));
        const auto begin = std::chrono::steady_clock::now();
        line.send(question);
        const HttpAnswer answer = line.answer();
        const auto ns = std::chrono::nanoseconds(std::chrono::steady_clock::now() - begin).count();
        if (answer.status != 401)
            qFatal("%d in place of 401", answer.status);
        times[wrong ? 1 : 0].push_back(ns);
    }
    const double unknown = medianUs(times[0]), wrong = medianUs(times[1]);
    std::printf("unknown id %.2f us, wrong secret %.2f us, ratio of the medians %.4f (%d pairs)\n", unknown,
                wrong, unknown / wrong, pairs);
    return 0;
}
