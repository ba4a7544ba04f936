#include "server/program/metrics_text.h"

namespace latchkey::server {

namespace {

class MetricsWriter {
public:
    void family(const char *name, const char *type, const char *help) {
        m_name = name;
        m_text += std::string("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
    }
    void sample(const std::string &labels, const std::string &value, const char *suffix = "") {
        m_text += m_name + suffix + (labels.empty() ? "" : '{' + labels + '}') + ' ' + value + '\n';
    }
    void one(const char *name, const char *type, const char *help, qint64 value) {
        family(name, type, help);
        sample({}, std::to_string(value));
    }
    std::string text() { return std::move(m_text); }

private:
    std::string m_text, m_name;
};

template<typename F>
qint64 sumOf(const std::vector<const Counters *> &list, F of) {
    qint64 sum = 0;
    for (const Counters *c : list)
        sum += of(*c).load(std::memory_order_relaxed);
    return sum;
}

} // namespace

std::string metricsText(const MetricsView &v) {
    MetricsWriter w;
    w.family("latchkeyd_decisions_total", "counter", "Verifications by what was decided.");
    for (std::size_t i = 0; i < Counters::Codes; ++i) {
        const qint64 n = sumOf(
            v.counters, [i](const Counters &c) -> auto & { return c.byDecision[i]; });
        w.sample("code=\"" + toWord(static_cast<DecisionCode>(i)).toStdString() + '"', std::to_string(n));
    }
    w.family("latchkeyd_verification_seconds", "histogram",
             "Time from the last byte of a question to its answer.");
    qint64 below = 0;
    for (std::size_t i = 0; i <= Counters::BoundsUs.size(); ++i) {
        below += sumOf(
            v.counters, [i](const Counters &c) -> auto & { return c.verifyTime[i]; });
        const std::string bound =
            i == Counters::BoundsUs.size()
                ? "+Inf"
                : QString::number(static_cast<double>(Counters::BoundsUs[i]) / 1e6, 'g', 6).toStdString();
        w.sample("le=\"" + bound + '"', std::to_string(below), "_bucket");
    }
    const qint64 us = sumOf(
        v.counters, [](const Counters &c) -> auto & { return c.verifyTimeUs; });
    w.sample({}, QString::number(static_cast<double>(us) / 1e6, 'f', 6).toStdString(), "_sum");
    w.sample({}, std::to_string(below), "_count");
    w.one("latchkeyd_unconfirmed_total", "counter",
          "Verifications refused because the state of the vault was not confirmed.",
          sumOf(
              v.counters, [](const Counters &c) -> auto & { return c.unconfirmed; }));
    w.family("latchkeyd_http_responses_total", "counter", "Answers by the class of their status.");
    for (std::size_t i = 1; i <= 5; ++i)
        w.sample("class=\"" + std::to_string(i) + "xx\"",
                 std::to_string(sumOf(
                     v.counters, [i](const Counters &c) -> auto & { return c.byStatusClass[i]; })));
    w.one("latchkeyd_http_malformed_total", "counter", "Requests that were refused for their form.",
          sumOf(
              v.counters, [](const Counters &c) -> auto & { return c.badHeads; }));
    w.one("latchkeyd_http_timeouts_total", "counter", "Connections ended because their time was over.",
          sumOf(
              v.counters, [](const Counters &c) -> auto & { return c.timeouts; }));
    w.one("latchkeyd_http_connections", "gauge", "Connections that are open.",
          sumOf(
              v.counters, [](const Counters &c) -> auto & { return c.connections; }));
    w.one("latchkeyd_http_connections_total", "counter", "Connections that were accepted.",
          sumOf(
              v.counters, [](const Counters &c) -> auto & { return c.accepted; }));
    w.one("latchkeyd_http_connections_refused_total", "counter", "Connections over the cap.",
          sumOf(
              v.counters, [](const Counters &c) -> auto & { return c.refused; }));
    w.one("latchkeyd_keys", "gauge", "Keys in memory.", v.index.keys);
    w.one("latchkeyd_credentials", "gauge", "Credentials in memory, current and retiring.",
          v.index.credentials);
    w.one("latchkeyd_damaged_credentials", "gauge", "Credentials whose record fails its checksum.",
          v.index.damaged);
    w.one("latchkeyd_current", "gauge", "1 while the state of the vault is confirmed.", v.current ? 1 : 0);
    w.family("latchkeyd_confirmed_age_seconds", "gauge", "Since the state of the vault was confirmed.");
    w.sample({}, QString::number(static_cast<double>(v.confirmedMsAgo) / 1e3, 'f', 3).toStdString());
    qint64 shed = 0;
    for (const SeenQueue *q : v.queues)
        shed += q->shedRows();
    w.one("latchkeyd_request_rows_shed_total", "counter", "Rows of requests dropped to keep up.", shed);
    w.one("latchkeyd_request_rows_written_total", "counter", "Rows of requests that stand in the log.",
          v.rowsWritten);
    w.one("latchkeyd_request_rows_failed_total", "counter", "Rows of requests that the log did not take.",
          v.rowsFailed);
    if (v.leases) {
        w.one("latchkeyd_rate_sharers", "gauge", "Verifiers that share the rate limits of keys.",
              v.leases->verifiers);
        w.one("latchkeyd_rate_ledger_reached", "gauge",
              "1 while what was let through can be settled with the other verifiers.",
              v.leases->reached ? 1 : 0);
        w.one("latchkeyd_rate_settlements_total", "counter", "Keys whose use was settled.",
              v.leases->settlements);
    }
    return w.text();
}

} // namespace latchkey::server
