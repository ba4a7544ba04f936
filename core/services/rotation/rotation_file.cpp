#include "core/services/rotation/rotation_file.h"

#include "core/model/csv.h"
#include "core/model/in_background.h"
#include "core/storage/private_file.h"

namespace latchkey {

namespace {
constexpr QByteArrayView Pending = "pending", Rotated = "rotated", Refused = "refused"; // equally long
} // namespace

RotationFile::Style RotationFile::styleOf(const QString &path) {
    return path.endsWith(QStringLiteral(".env"), Qt::CaseInsensitive) ? Style::Env : Style::Csv;
}

RotationFile::RotationFile(const QString &path, Style style, std::function<QString(const QString &)> variable)
    : m_path(path)
    , m_style(style)
    , m_variable(std::move(variable))
    , m_file(path) {
    m_pool.setMaxThreadCount(1);
}

RotationFile::~RotationFile() {
    m_pool.waitForDone();
}

QFuture<Outcome> RotationFile::open() {
    return inBackground(m_pool, [this] { return make(); });
}

QFuture<Outcome> RotationFile::put(const QList<FreshToken> &tokens) {
    return inBackground(m_pool, [this, tokens] { return write(tokens); });
}

QFuture<Outcome> RotationFile::settle(const QList<Fate> &fates, const QList<ApiKey> &) {
    return inBackground(m_pool, [this, fates] { return mark(fates); });
}

void RotationFile::discard() {
    m_pool.waitForDone();
    if (std::exchange(m_made, false))
        m_file.remove();
}

Outcome RotationFile::make() {
    if (auto made = createPrivateFile(m_path); !made)
        return made;
    m_made = true;
    // Unbuffered: no copy of a token stays in a buffer of QFile.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return synced(false);
    const bool headed = m_style == Style::Env || writeAll("id,name,environment,result,token\r\n");
    return synced(headed && syncFolderOf(m_path));
}

Outcome RotationFile::write(const QList<FreshToken> &tokens) {
    m_places.clear();
    const qint64 before = m_file.size();
    bool good = m_file.seek(before);
    for (const FreshToken &t : tokens) {
        if (!good)
            break;
        Place at;
        QByteArray head;
        if (m_style == Style::Csv) {
            head = t.key.toString().toLatin1() + ',' + csv::cell(t.name) + ',' +
                   toWord(t.environment).toLatin1() + ',';
            at.result = head.size();
            head += Pending.toByteArray() + ',';
        } else {
            head = "# ";
            at.result = head.size();
            head += Pending.toByteArray() + ' ' + t.key.toString().toLatin1() + ' ' +
                    toWord(t.environment).toLatin1() + ' ' + t.name.toUtf8() + '\n';
            at.line = head.size();
            head += variableOf(t.name).toLatin1() + '=';
        }
        const qint64 start = m_file.pos();
        at.result += start;
        at.line += start;
        at.token = start + head.size();
        at.tokenSize = static_cast<qint64>(t.token->size());
        good = writeAll(head) && writeAll(t.token->view()) && writeAll(m_style == Style::Csv ? "\r\n" : "\n");
        m_places.append(at);
    }
    Outcome done = synced(good);
    if (!done) { // none of them holds: nothing half written stays
        m_places.clear();
        (void)m_file.resize(before);
    }
    return done;
}

Outcome RotationFile::mark(const QList<Fate> &fates) {
    bool good = true;
    for (qsizetype i = 0; i < m_places.size() && i < fates.size(); ++i) {
        const Place &at = m_places[i];
        if (fates[i] == Fate::Rotated) {
            good = writeAt(at.result, Rotated) && good;
        } else if (fates[i] == Fate::Refused) {
            good = writeAt(at.token, QByteArray(at.tokenSize, '-')) && writeAt(at.result, Refused) && good;
            if (m_style == Style::Env)
                good = writeAt(at.line, "#") && good;
        }
    }
    m_places.clear();
    return synced(good);
}

bool RotationFile::writeAll(QByteArrayView bytes) {
    return m_file.write(bytes.data(), bytes.size()) == bytes.size();
}

bool RotationFile::writeAt(qint64 place, QByteArrayView bytes) {
    return m_file.seek(place) && writeAll(bytes);
}

Outcome RotationFile::synced(bool good) {
    if (good && syncFile(m_file.handle()))
        return ok();
    return fail(ErrorCode::CannotOpen,
                {{QStringLiteral("path"), m_path}, {QStringLiteral("reason"), m_file.errorString()}});
}

/// Names may repeat, in one environment or over several; variables may not.
QString RotationFile::variableOf(const QString &name) {
    const QString plain = m_variable ? m_variable(name) : QStringLiteral("API_KEY");
    QString variable = plain;
    for (int n = m_variables.value(plain); m_variables.contains(variable); ++n)
        variable = plain + u'_' + QString::number(n + 1);
    ++m_variables[plain];
    if (variable != plain)
        ++m_variables[variable];
    return variable;
}

} // namespace latchkey
