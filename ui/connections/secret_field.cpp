#include "ui/connections/secret_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_forget(new QPushButton(tr("Forget"), this)) {
    m_edit->setObjectName(QStringLiteral("secret"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_forget->setObjectName(QStringLiteral("forgetSecret"));
    m_forget->setAutoDefault(false);
    m_forget->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_forget);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretField::changed);
    connect(m_forget, &QPushButton::clicked, this, &SecretField::forgetRequested);
}

void SecretField::setKept(bool kept) {
    m_kept = kept;
    m_edit->setPlaceholderText(kept ? tr("Kept. Type to replace it.") : QString());
    m_forget->setVisible(kept);
}

bool SecretField::isTyped() const {
    return !m_edit->text().isEmpty();
}

SecretBytes SecretField::typed() const {
    QByteArray bytes = m_edit->text().toUtf8();
    SecretBytes secret = SecretBytes::copyOf(bytes);
    secureWipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return secret;
}

void SecretField::clear() {
    m_edit->clear();
}

} // namespace latchkey::ui
