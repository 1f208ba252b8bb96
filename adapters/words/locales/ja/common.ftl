### What stands on more than one page.

common-title = 2要素認証
common-error-title = エラー：{ $title }

common-account = アカウント：
common-acting = { $actor }（{ $who } として操作中）
common-sign-out = ログアウト

common-back-home = { $issuer } に戻る
common-back-settings = 2要素認証の設定に戻る

common-reason = 理由：{ $reason }

common-added = 追加日時
common-last-used = 最終使用
common-never-used = 未使用

common-copied = コピーしました。
common-copy-by-hand = ブラウザーがコピーを許可しませんでした。文字列を選択してありますので、そこからコピーしてください。

common-sentence = { $text }。
common-separator = { "、" }
