#include "core/services/key_import/token_file.h"

#include "core/model/csv.h"
#include "core/storage/private_file.h"

namespace latchkey {

tl::unexpected<Error> TokenFile::broken() const {
    return fail(ErrorCode::CannotOpen, {{QStringLiteral("path"), m_file.fileName()},
                                        {QStringLiteral("reason"), m_file.errorString()}});
}

Outcome TokenFile::create(const QString &path) {
    if (auto made = createPrivateFile(path); !made)
        return made;
    m_file.setFileName(path);
    // Unbuffered: no copy of a token stays in a buffer of QFile.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return broken();
    m_good = m_file.write("id,name,token\r\n") > 0;
    return sync();
}

void TokenFile::add(const KeyId &id, const QString &name, const SecretBytes &token) {
    const QByteArray head = id.view().toByteArray() + ',' + csv::cell(name) + ',';
    m_good =
        m_good && m_file.write(head) == head.size() &&
        m_file.write(token.data(), static_cast<qint64>(token.size())) == static_cast<qint64>(token.size()) &&
        m_file.write("\r\n") == 2;
}

Outcome TokenFile::sync() {
    m_good = m_good && syncFile(m_file.handle());
    return m_good ? ok() : Outcome(broken());
}

} // namespace latchkey
