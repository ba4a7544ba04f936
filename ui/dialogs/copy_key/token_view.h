#pragma once

#include "core/secrets/secret_store.h"
#include "ui/dialogs/copy_key/snippets.h"

#include <QWidget>

namespace latchkey::ui {

/// Shows a token in a dashed box and lets a person select parts of it. Paints the characters itself: a text
/// widget would give them to screen readers, undo stacks and the X11 selection. The secret stays in its
/// SharedSecret; a QString exists while it is painted or copied.
class TokenView : public QWidget {
    Q_OBJECT
public:
    explicit TokenView(QWidget *parent = nullptr);
    void setToken(SharedSecret token, const Snippet &around);
    void forget();
    [[nodiscard]] bool isEmpty() const { return !m_token; }
    [[nodiscard]] QString fullText() const; ///< a secret
    [[nodiscard]] bool hasSelection() const { return m_from != m_to; }
    void selectAll();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, heightFor(width())}; }
    [[nodiscard]] int heightFor(int width) const; ///< every character visible

signals:
    /// `whole`: it holds the complete token.
    void copyWanted(const QString &secretText, bool whole);

protected:
    void resizeEvent(QResizeEvent *e) override;
    void paintEvent(QPaintEvent *e) override;
    void mousePressEvent(QMouseEvent *e) override;
    void mouseMoveEvent(QMouseEvent *e) override;
    void mouseDoubleClickEvent(QMouseEvent *e) override;
    void keyPressEvent(QKeyEvent *e) override;
    void contextMenuEvent(QContextMenuEvent *e) override;

private:
    [[nodiscard]] qsizetype length() const;
    [[nodiscard]] int columns(int width) const;
    [[nodiscard]] qreal charWidth() const;
    [[nodiscard]] qsizetype positionAt(const QPointF &p) const;
    void copySelection();
    SharedSecret m_token;
    Snippet m_around;
    qsizetype m_from = 0, m_to = 0;
};

} // namespace latchkey::ui
