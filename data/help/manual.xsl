<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The pages of the manual as one page of HTML, for where no program for Mallard is installed. It
     knows what these pages use of Mallard, and ends where they use more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="http://projectmallard.org/1.0/" exclude-result-prefixes="m">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>
  <xsl:param name="language" select="'en'"/>
  <xsl:variable name="pages" select="document(/pages/page/@href)/m:page"/>
  <xsl:variable name="index" select="$pages[@type = 'guide']"/>

  <xsl:template match="/pages">
    <html lang="{$language}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$index/m:title"/></title>
        <style>
          body { font: 1rem/1.5 Cantarell, "Adwaita Sans", sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
          h1, h2, h3 { line-height: 1.2; margin-top: 2em }
          nav h3 { margin: 1em 0 0 } nav ul { margin: 0 }
          kbd { border: 1px solid; border-radius: 4px; padding: 0 .3em; white-space: nowrap }
          .gui { font-weight: bold } .desc { opacity: .75 } .note { border-left: 4px solid; padding-left: 1em }
          td { padding: .2em 1.5em .2em 0; vertical-align: top } td p { margin: 0 }
          dt { font-weight: bold } .seealso { font-size: .9em }
        </style>
      </head>
      <body>
        <h1><xsl:value-of select="$index/m:title"/></h1>
        <xsl:apply-templates select="$index/m:p"/>
        <nav>
          <xsl:for-each select="$index/m:section">
            <xsl:variable name="place" select="concat('index#', @id)"/>
            <h3><xsl:value-of select="m:title"/></h3>
            <ul>
              <xsl:for-each select="$pages[m:info/m:link[@type = 'guide'][@xref = $place]]">
                <li><a href="#{@id}"><xsl:value-of select="m:title"/></a></li>
              </xsl:for-each>
            </ul>
          </xsl:for-each>
        </nav>
        <xsl:for-each select="$index/m:section">
          <xsl:variable name="place" select="concat('index#', @id)"/>
          <xsl:apply-templates select="$pages[m:info/m:link[@type = 'guide'][1]/@xref = $place]"/>
        </xsl:for-each>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="m:page">
    <section id="{@id}">
      <h2><xsl:value-of select="m:title"/></h2>
      <p class="desc"><xsl:value-of select="m:info/m:desc"/></p>
      <xsl:apply-templates select="*[not(self::m:info or self::m:title)]"/>
      <p class="seealso">
        <xsl:for-each select="m:info/m:link[@type = 'seealso']">
          <xsl:if test="position() &gt; 1"> · </xsl:if>
          <xsl:call-template name="link"/>
        </xsl:for-each>
      </p>
    </section>
  </xsl:template>
  <xsl:template match="m:section">
    <section id="{/m:page/@id}-{@id}">
      <h3><xsl:value-of select="m:title"/></h3>
      <xsl:apply-templates select="*[not(self::m:title)]"/>
    </section>
  </xsl:template>
  <xsl:template match="m:p"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="m:em"><em><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="m:gui"><span class="gui"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="m:guiseq">
    <xsl:for-each select="m:gui">
      <xsl:if test="position() &gt; 1"> › </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="m:key | m:input"><kbd><xsl:apply-templates/></kbd></xsl:template>
  <xsl:template match="m:keyseq">
    <xsl:for-each select="m:key">
      <xsl:if test="position() &gt; 1">+</xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="m:list"><ul><xsl:apply-templates/></ul></xsl:template>
  <xsl:template match="m:steps"><ol><xsl:apply-templates/></ol></xsl:template>
  <xsl:template match="m:item"><li><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="m:terms"><dl><xsl:apply-templates/></dl></xsl:template>
  <xsl:template match="m:terms/m:item">
    <dt><xsl:value-of select="m:title"/></dt>
    <dd><xsl:apply-templates select="*[not(self::m:title)]"/></dd>
  </xsl:template>
  <xsl:template match="m:note"><div class="note"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="m:table"><table><xsl:apply-templates/></table></xsl:template>
  <xsl:template match="m:tr"><tr><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="m:td"><td><xsl:apply-templates/></td></xsl:template>
  <xsl:template match="m:link" name="link">
    <xsl:variable name="page" select="$pages[@id = substring-before(concat(current()/@xref, '#'), '#')]"/>
    <xsl:variable name="part" select="substring-after(@xref, '#')"/>
    <a href="#{translate(@xref, '#', '-')}">
      <xsl:value-of select="$page[$part = '']/m:title | $page/m:section[@id = $part]/m:title"/>
    </a>
  </xsl:template>
  <xsl:template match="*">
    <xsl:message terminate="yes">Not known to manual.xsl: <xsl:value-of select="name()"/></xsl:message>
  </xsl:template>
</xsl:stylesheet>
