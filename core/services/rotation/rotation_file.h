#pragma once

#include "core/services/rotation/new_tokens.h"

#include <QFile>
#include <QHash>
#include <QThreadPool>
#include <functional>

namespace latchkey {

/// New tokens in a file that only its owner can read, never over an existing one. CSV (id, name, environment,
/// result, token) or lines of NAME=token under a comment that says the result: "pending" until the vault has
/// answered, then "rotated" or "refused", written over in place. A refused token is wiped.
class RotationFile final : public NewTokens {
public:
    enum class Style { Csv, Env };
    /// ".env" and what ends so: lines of NAME=token.
    static Style styleOf(const QString &path);
    /// `variable` makes the name of a line from a key's name (Env only).
    RotationFile(const QString &path, Style style, std::function<QString(const QString &)> variable = {});
    ~RotationFile() override;
    QFuture<Outcome> open() override;
    QFuture<Outcome> put(const QList<FreshToken> &tokens) override;
    QFuture<Outcome> settle(const QList<Fate> &fates, const QList<ApiKey> &keys) override;
    void discard() override;
    [[nodiscard]] qsizetype chunk() const override { return 200; }

private:
    struct Place { ///< of one token in the file
        qint64 line = 0, result = 0, token = 0;
        qint64 tokenSize = 0;
    };
    Outcome make();
    Outcome write(const QList<FreshToken> &tokens);
    Outcome mark(const QList<Fate> &fates);
    bool writeAll(QByteArrayView bytes);
    bool writeAt(qint64 place, QByteArrayView bytes);
    Outcome synced(bool good);
    QString variableOf(const QString &name);

    QString m_path;
    Style m_style;
    std::function<QString(const QString &)> m_variable;
    QFile m_file;
    bool m_made = false;
    QHash<QString, int> m_variables; ///< how often each was used
    QList<Place> m_places;           ///< of the tokens put last
    QThreadPool m_pool;              // last: waits for its thread first
};

} // namespace latchkey
