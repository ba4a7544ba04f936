#include "core/services/audit_export.h"

#include "core/model/audit_chain.h"
#include "core/model/futures.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace latchkey::audit_export {

namespace {

constexpr int Page = 500;
constexpr qint64 LongestLine = 4 << 20;

QByteArray lineOf(const QJsonObject &o) {
    return QJsonDocument(o).toJson(QJsonDocument::Compact) + '\n';
}

QString hex(const QByteArray &bytes) {
    return QString::fromLatin1(bytes.toHex());
}

QByteArray firstLine(const VaultInfo &vault) {
    return lineOf({{QStringLiteral("latchkeyAudit"), 1},
                   {QStringLiteral("vault"), vault.id},
                   {QStringLiteral("name"), vault.name}});
}

QByteArray rowLine(const AuditEvent &e) {
    return lineOf({{QStringLiteral("seq"), e.seq},
                   {QStringLiteral("payload"), QJsonDocument::fromJson(audit_chain::canonical(e)).object()},
                   {QStringLiteral("hash"), hex(e.hash)}});
}

QByteArray lastLine(qint64 rows, const QByteArray &head, const QByteArray &file) {
    return lineOf({{QStringLiteral("rows"), rows},
                   {QStringLiteral("head"), hex(head)},
                   {QStringLiteral("file"), hex(file)}});
}

/// One export to a device; lives until its answer.
class Writer : public QObject {
public:
    Writer(VaultBackend &backend, QIODevice &device, QObject *context)
        : QObject(context)
        , m_source(backend, this)
        , m_device(device) {}
    QFuture<Result<qint64>> start() {
        auto future = m_answer.future();
        next();
        return future;
    }

private:
    void end(Result<qint64> answer) {
        m_answer.give(std::move(answer));
        deleteLater();
    }
    void next() {
        m_source.next() | then(this, [this](const Result<QByteArray> &piece) {
            if (!piece)
                return end(fail(piece.error()));
            if (piece->isEmpty())
                return end(m_source.rows());
            if (m_device.write(*piece) != piece->size())
                return end(fail(ErrorCode::CannotOpen, {{QStringLiteral("reason"), m_device.errorString()}}));
            next();
        });
    }

    Source m_source;
    QIODevice &m_device;
    Answer<Result<qint64>> m_answer;
};

/// Reads line after line; the first thing that is wrong ends it.
class Verifier {
public:
    explicit Verifier(QIODevice &device)
        : m_device(device) {}

    Verdict run() {
        if (!readFirst())
            return m_verdict;
        while (readLine()) {
            const QJsonObject o = QJsonDocument::fromJson(m_line).object();
            if (o.contains(QStringLiteral("rows")))
                return end(), m_verdict;
            if (!row(o))
                return m_verdict;
        }
        if (m_verdict.problem.isEmpty())
            bad("cutOff");
        return m_verdict;
    }

private:
    void bad(const char *problem) {
        m_verdict.intact = false;
        m_verdict.problem = QLatin1StringView(problem);
        m_verdict.badLine = m_number;
    }
    bool readLine() {
        ++m_number;
        m_line = m_device.readLine(LongestLine + 1);
        if (m_line.isEmpty())
            return false;
        if (m_line.size() > LongestLine)
            return bad("tooLong"), false;
        if (!m_line.endsWith('\n'))
            return bad("cutOff"), false;
        return true;
    }
    bool readFirst() {
        if (!readLine()) {
            bad("notAnExport");
            return false;
        }
        const QJsonObject o = QJsonDocument::fromJson(m_line).object();
        VaultInfo vault;
        vault.id = o.value(QStringLiteral("vault")).toString();
        vault.name = m_verdict.vaultName = o.value(QStringLiteral("name")).toString();
        if (m_line != firstLine(vault)) {
            bad("notAnExport");
            return false;
        }
        m_hash.addData(m_line);
        return true;
    }
    /// Written anew from what it says, a line must be the same to the byte.
    bool row(const QJsonObject &o) {
        const qint64 expected = m_verdict.rows + 1;
        m_verdict.badSeq = expected;
        const qint64 seq = o.value(QStringLiteral("seq")).toInteger();
        const QByteArray payload =
            QJsonDocument(o.value(QStringLiteral("payload")).toObject()).toJson(QJsonDocument::Compact);
        const QByteArray hash = QByteArray::fromHex(o.value(QStringLiteral("hash")).toString().toLatin1());
        const QByteArray again = lineOf({{QStringLiteral("seq"), seq},
                                         {QStringLiteral("payload"), o.value(QStringLiteral("payload"))},
                                         {QStringLiteral("hash"), hex(hash)}});
        if (again != m_line)
            return bad("changed"), false;
        if (seq != expected)
            return bad(seq > expected ? "missing" : "outOfOrder"), false;
        if (hash != audit_chain::chained(seq, m_head, payload))
            return bad("changed"), false;
        m_hash.addData(m_line);
        m_head = hash;
        m_verdict.rows = seq;
        m_verdict.badSeq = 0;
        return true;
    }
    void end() {
        if (m_line != lastLine(m_verdict.rows, m_head, m_hash.result()))
            return bad("changed");
        if (!m_device.readLine(2).isEmpty()) {
            ++m_number;
            return bad("afterTheEnd");
        }
        m_verdict.intact = true;
        m_verdict.head = m_head;
    }

    QIODevice &m_device;
    Verdict m_verdict;
    QByteArray m_line;
    qint64 m_number = 0;
    QByteArray m_head = audit_chain::beginning();
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace

struct Source::State {
    State(VaultBackend &backend_, QObject *context_)
        : backend(backend_)
        , context(context_) {}

    VaultBackend &backend;
    QObject *context;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    qint64 rows = 0;
    QByteArray head = audit_chain::beginning();
    bool begun = false, ended = false;

    QByteArray piece(const QList<AuditEvent> &events) {
        QByteArray lines = std::exchange(begun, true) ? QByteArray() : firstLine(backend.info());
        for (const AuditEvent &e : events) {
            lines += rowLine(e);
            rows = e.seq;
            head = e.hash;
        }
        hash.addData(lines);
        ended = events.size() < Page;
        if (ended)
            lines += lastLine(rows, head, hash.result());
        return lines;
    }
};

Source::Source(VaultBackend &backend, QObject *context)
    : m(std::make_shared<State>(backend, context)) {}

qint64 Source::rows() const {
    return m->rows;
}

QFuture<Result<QByteArray>> Source::next() {
    if (m->ended)
        return ready<Result<QByteArray>>(QByteArray());
    AuditQuery q;
    q.afterSeq = m->rows;
    q.limit = Page;
    const Answer<Result<QByteArray>> answer;
    m->backend.audit(q) | then(m->context, [s = m, answer](const Result<QList<AuditEvent>> &events) {
        answer.give(events ? Result<QByteArray>(s->piece(*events)) : fail(events.error()));
    });
    return answer.future();
}

QFuture<Result<qint64>> write(VaultBackend &backend, QIODevice &device, QObject *context) {
    return (new Writer(backend, device, context))->start();
}

Verdict verify(QIODevice &device) {
    return Verifier(device).run();
}

} // namespace latchkey::audit_export
